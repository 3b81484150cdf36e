package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Initial access tokens at the console, and what programs can do with them: RFC 7591 sections 1.2 and 3. */
class RegistrationTokensIT {

    private static final String LIST = "/console/registration-tokens";
    private static final String FORM = "/console/registration-token-new";
    private static final Pattern TOKEN = Pattern.compile("<pre id=\"token\"[^>]*>([^<]+)</pre>");

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Console adam = Console.adam(server.issuer());
    private final String name = "partner " + UUID.randomUUID();

    @Test
    void a_token_is_shown_once_with_its_limits_in_the_list_until_it_is_revoked() {
        Page made = send(Map.of(
                "name", name,
                "expires", "2031-01-31T12:00",
                "most_clients", "1",
                "grant_types-authorization_code", "on"));
        Matcher token = TOKEN.matcher(made.body());
        assertThat(token.find()).as(made.body()).isTrue();
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(registration(token.group(1)).status()).isEqualTo(201);
        assertThat(registration(token.group(1)).status()).isEqualTo(403);

        String row = row();
        assertThat(row)
                .contains("2031-01-31 12:00:00", "most_clients: 1", "grant_types: authorization_code", ">1</a>")
                .doesNotContain(token.group(1));

        String end = row.replaceFirst("(?s).*href=\"([^\"]*registration-token-end[^\"]*)\".*", "$1");
        Page asked = adam.get(end);
        assertThat(asked.body()).contains("Clients that were registered with it stay as they are: 1.");
        Map<String, String> confirmed = fields(asked);
        confirmed.put("revoke", "");
        Page revoked = adam.post("/console/registration-token-end", confirmed);
        assertThat(revoked.location()).hasToString(server.issuer() + LIST + "?notice=revoked");
        assertThat(adam.get(LIST).body()).doesNotContain(name);
        assertThat(registration(token.group(1)).status()).isEqualTo(401);
        assertThat(adam.get(end).status()).isEqualTo(404);
    }

    @Test
    void what_breaks_a_rule_is_told_at_its_field_and_makes_no_token() {
        Page refused = send(Map.of(
                "name", name, "expires", "2020-01-01T00:00", "most_clients", "many", "scope", "a  b", "lang", "es"));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body())
                .contains("id=\"expires-why\"", "Debe estar en el futuro.")
                .contains("id=\"most_clients-why\"", "Debe ser un número entero mayor que 0.")
                .contains("id=\"scope-why\"", "value=\"a  b\"", "value=\"many\"")
                .doesNotContain("id=\"token\"");
        assertThat(adam.get(LIST).body()).doesNotContain(name);
    }

    @Test
    void an_auditor_sees_it_and_is_not_offered_to_revoke_it() {
        Console audrey = Console.audrey(server.issuer());
        send(Map.of("name", name));

        assertThat(audrey.get(LIST).body()).contains(name).doesNotContain("registration-token-end");
    }

    private String row() {
        String body = adam.get(LIST).body();
        int at = body.indexOf(name);
        assertThat(at).as(body).isPositive();
        return body.substring(at, body.indexOf("</tr>", at));
    }

    private Page send(Map<String, String> typed) {
        Map<String, String> fields = fields(adam.get(FORM));
        fields.put("make", "");
        fields.putAll(typed);
        return adam.post(FORM, fields);
    }

    private static Map<String, String> fields(Page form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.remove("page");
        return fields;
    }

    private Answer registration(String token) {
        return OAuthClient.send(new OAuthClient(server.issuer(), "", "")
                .request("/register")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{\"redirect_uris\":[\"http://127.0.0.1:1/callback\"]}")));
    }
}
