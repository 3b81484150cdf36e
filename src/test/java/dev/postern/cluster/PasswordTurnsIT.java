package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A new password over two nodes: by a link that was mailed, and by oneself. Each request goes to the node that did not answer the one before. */
class PasswordTurnsIT {

    private static final String OLD = "quiet tractors by the lake";
    private static final String NEW = "eleven blue bicycles uphill";

    private final Cluster cluster = Cluster.shared();
    private final OAuthClient client = cluster.client("refresh-always");
    private final OAuthClient admin = cluster.client("admin-all");
    private final String token =
            admin.clientCredentials("scope", "admin:read admin:write").text("access_token");
    private final String name = "turns-" + UUID.randomUUID();
    private final String subject = call(
                    "/users",
                    Json.write(Map.of(
                            "username", name, "password", OLD, "claims", Map.of("email", name + "@example.com"))))
            .text("subject");
    private final TurnTaker person = new TurnTaker(cluster);

    private Answer call(String path, String body) {
        Answer answer = OAuthClient.send(admin.request("/admin/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 204);
        return answer;
    }

    private Page set(Page form, String path, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.put("password", NEW);
        fields.put("password_again", NEW);
        fields.putAll(typed);
        return person.post(path, fields);
    }

    @Test
    void a_link_works_once_on_whichever_node_and_ends_what_the_old_password_gave() {
        Answer tokens = client.tokens(new Browser(cluster.issuer()), "openid profile", name, OLD);
        call("/users/" + subject + "/password-link", "");
        String link = mailedLink();

        Page done = set(person.get(link), "/new-password/confirm", Map.of());
        assertThat(done.location().getPath()).isEqualTo("/new-password/done");
        assertThat(person.get(done.location()).body()).contains("Your new password is set");
        assertThat(person.get(link).status()).isEqualTo(410);
        assertThat(person.get(link).status()).isEqualTo(410);
        onlyTheNewOneCounts(tokens);
    }

    /** The node that took the notification from the queue has written the mail to its log. */
    private String mailedLink() {
        Pattern mail = Pattern.compile("Mail to " + name + "@example.com[\\s\\S]*?(/new-password\\?link=[\\w-]+)");
        Parallel.until(() -> mail.matcher(logs()).find());
        Matcher found = mail.matcher(logs());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String logs() {
        return cluster.a().log() + "\n" + cluster.b().log();
    }

    @Test
    void ones_own_change_keeps_this_browser_signed_in_on_both_nodes_and_ends_what_others_have() {
        Answer elsewhere = client.tokens(new Browser(cluster.issuer()), "openid profile", name, OLD);
        Page account = person.arrive(person.get("/account"), name, OLD);
        assertThat(account.uri().getPath()).isEqualTo("/account");

        Page done = set(person.get("/account/password"), "/account/password", Map.of("old_password", OLD));
        assertThat(person.get(done.location()).body()).contains("Your password is changed.");
        assertThat(person.get("/account").status()).isEqualTo(200);
        assertThat(person.get("/account").status()).isEqualTo(200);
        onlyTheNewOneCounts(elsewhere);
    }

    private void onlyTheNewOneCounts(Answer tokensOfTheOld) {
        Parallel.until(() -> isOver(tokensOfTheOld) && isOver(tokensOfTheOld));
        assertThat(client.refresh(tokensOfTheOld.text("refresh_token")).error()).isEqualTo("invalid_grant");
        for (int i = 0; i < 2; i++) {
            assertThat(canSignIn(OLD)).isFalse();
            assertThat(canSignIn(NEW)).isTrue();
        }
    }

    private boolean isOver(Answer tokens) {
        return client.userInfo(tokens.text("access_token")).status() == 401;
    }

    /** Three requests: the next try begins at the other node. */
    private boolean canSignIn(String password) {
        Browser browser = new Browser(cluster.issuer());
        Page login = browser.get(
                browser.authorize(client.authorization("openid profile")).location());
        return !browser.path(browser.login(login, name, password).location()).equals("/login");
    }
}
