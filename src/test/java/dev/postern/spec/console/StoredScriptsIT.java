package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.administration.AdminApi;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is typed into any field, or stored by any way, is text on every page of the console (OWASP ASVS 5.0 section 1.2.1). */
class StoredScriptsIT {

    private static final String TAG = "<xss-made";
    private static final String MARKUP = "\"'>" + TAG + ">";
    private static final String LINK = "javascript:xss()";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Console adam = Console.adam(server.issuer());
    private final AdminApi api = AdminApi.everything(server);

    private static void requireText(Page page, String what) {
        assertThat(page.status()).as(what).isLessThan(500);
        assertThat(page.body().contains(TAG)).as(what + " has markup").isFalse();
        assertThat(page.body().contains("=\"" + LINK))
                .as(what + " has a link that runs")
                .isFalse();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void what_is_typed_into_any_field_comes_back_as_text() {
        List<String> typed = new ArrayList<>();
        Stream.of(
                        Console.VIEWS,
                        Console.CHANGING,
                        MadeObjects.on(server, MARKUP).addresses())
                .flatMap(List::stream)
                .forEach(address -> {
                    Page page = adam.get(address);
                    requireText(page, address);
                    ConsoleForm.of(page).forEach(form -> typed.addAll(type(form)));
                });

        assertThat(typed).hasSizeGreaterThan(80);
    }

    /** @return the fields that something was typed into */
    private List<String> type(ConsoleForm form) {
        if (form.searches()) {
            String path = form.address().split("\\?", 2)[0];
            form.texts()
                    .forEach(name ->
                            requireText(adam.get(path + "?" + name + "=" + encoded(MARKUP)), path + " " + name));
        } else if (!form.texts().isEmpty()) {
            for (String button : form.buttons()) {
                Page answer = adam.post(form.address(), form.by(button, MARKUP));
                requireText(answer.status() == 303 ? adam.get(answer.location().toString()) : answer, form.address());
            }
        }
        return form.texts();
    }

    @Test
    void what_is_stored_in_any_field_comes_back_as_text() {
        MadeObjects made = MadeObjects.on(server, MARKUP);
        Set<String> stored = new TreeSet<>(storedInClient("/clients/" + made.client()));
        assertThat(stored).contains("client_name", "client_name#es", "contacts", "software_id", "software_version");
        claims("/users/" + made.subject());
        String strange = storedAsId();
        String event = recorded();
        api.post("/initial-access-tokens", Map.of("name", MARKUP));

        Stream<String> more = Stream.of(
                "/console/clients?q=made",
                "/console/client?id=" + encoded(strange),
                "/console/client-end?id=" + encoded(strange),
                "/console/client-redirect?id=" + encoded(strange) + "&uri=" + encoded(MARKUP),
                "/console/users?q=xss",
                "/console/audit-event?id=" + event,
                "/console/audit?client_id=" + encoded(MARKUP),
                "/console/reports?client_id=" + encoded(MARKUP));
        Stream.of(Console.VIEWS.stream(), made.addresses().stream(), more)
                .flatMap(addresses -> addresses)
                .forEach(address -> {
                    Page page = adam.get(address);
                    assertThat(page.status()).as(address).isEqualTo(200);
                    requireText(page, address);
                });
    }

    /** Tries every field of a client that the OpenAPI document names. @return those that take markup or a link that runs */
    @SuppressWarnings("unchecked")
    private List<String> storedInClient(String path) {
        Map<String, Object> document = api.get("/openapi.json").json();
        Map<String, Map<String, Object>> components = (Map<String, Map<String, Object>>) document.get("components");
        Map<String, Map<String, Object>> client =
                (Map<String, Map<String, Object>>) components.get("schemas").get("Client");
        List<String> stored = new ArrayList<>();
        client.get("properties").forEach((field, schema) -> {
            boolean many = String.valueOf(schema).contains("type=array");
            for (String name : List.of(field, field + "#es")) {
                for (String text : List.of(LINK, "https://a.example/" + MARKUP, MARKUP)) {
                    Map<String, Object> patch = Map.of(name, many ? List.of(text) : text);
                    if (api.patch(path, "*", patch).status() == 200) {
                        stored.add(name);
                    }
                }
            }
        });
        return stored;
    }

    private void claims(String path) {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (String name :
                List.of("name", "given_name", "nickname", "email", "profile", "picture", "website", "locale", "own")) {
            claims.put(name, name.equals("website") || name.equals("picture") ? LINK : MARKUP);
        }
        Answer changed = api.patch(
                path, "*", Map.of("username", MARKUP + UUID.randomUUID(), "claims", claims, "groups", List.of(MARKUP)));
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
    }

    /** A client whose id is markup, as far as RFC 6749 lets an id be. */
    private String storedAsId() {
        String id = MARKUP + UUID.randomUUID();
        assertThat(api.post("/clients", AdminApi.web("client_id", id)).status()).isEqualTo(201);
        return id;
    }

    /** Somebody from outside fills the audit trail with what they like. */
    private String recorded() {
        OAuthClient client = OAuthClient.confidential(server, "first-party");
        Browser browser = new Browser(server.issuer()).always("User-Agent", MARKUP);
        Page login = browser.get(
                browser.authorize(client.authorization("openid profile")).location());
        requireText(browser.get(browser.login(login, MARKUP, MARKUP).location()), "the sign-in page");
        String id = UUID.randomUUID().toString();
        server.database()
                .update(
                        "insert into audit_event (id, occurred_at, recorded_at, type, outcome, subject, client_id, session_id,"
                                + " grant_id, request_id, trace_id, address, user_agent, method, details) values"
                                + " (?, current_timestamp, current_timestamp, 'made_up', 'failure', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        MARKUP,
                        "{\"a\":\"" + MARKUP.replace("\"", "\\\"") + "\",\"" + TAG + "\":\"x\"}");
        server.database()
                .update(
                        "insert into sign_in_metric (hour_start, client_id, outcome, method, sign_ins)"
                                + " values (date_trunc('hour', current_timestamp), ?, 'success', ?, 1)",
                        MARKUP + id,
                        MARKUP);
        return id;
    }
}
