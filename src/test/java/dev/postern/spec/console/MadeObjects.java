package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.administration.AdminApi;
import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import dev.postern.testserver.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One object of each kind that the console may change, and where it is seen and changed. */
record MadeObjects(String client, String subject, String session, String grant, String scope, String api) {

    private static final String PASSWORD = "quiet tractors by the lake";

    /** @param text what people read of them */
    static MadeObjects on(TestServer server, String text) {
        AdminApi by = AdminApi.everything(server);
        String mark = UUID.randomUUID().toString();
        String scope = made(by.post("/scopes", Map.of("name", "made." + mark, "description", text)))
                .text("name");
        String api = "urn:made:" + mark;
        made(by.post("/resource-servers", Map.of("identifier", api, "name", text)));
        Answer client = made(by.post("/clients", AdminApi.web("client_name", text)));
        Answer user =
                made(by.post("/users", Map.of("username", mark, "password", PASSWORD, "claims", Map.of("name", text))));
        Browser browser = new Browser(server.issuer()).always("User-Agent", text);
        Answer tokens = new OAuthClient(server.issuer(), client.text("client_id"), client.text("client_secret"))
                .tokens(browser, "openid profile", mark, PASSWORD);
        Answer grant = by.post("/tokens/lookup", Map.of("token", tokens.text("access_token")));
        awaitListed(by, user.text("subject"), grant.text("session_id"));
        return new MadeObjects(
                client.text("client_id"), user.text("subject"), grant.text("session_id"), grant.text("id"), scope, api);
    }

    /** Sessions are listed when the audit trail has them. */
    private static void awaitListed(AdminApi by, String subject, String session) {
        Parallel.until(() ->
                by.get("/users/" + subject + "/sessions").response().body().contains(session));
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer;
    }

    /** Whether the user's password is the one that they were made with. */
    static boolean canSignIn(TestServer server, MadeObjects made) {
        OAuthClient client = OAuthClient.confidential(server, "first-party");
        Browser browser = new Browser(server.issuer());
        Browser.Page login = browser.get(
                browser.authorize(client.authorization("openid profile")).location());
        String name =
                AdminApi.everything(server).get("/users/" + made.subject()).text("username");
        return !browser.path(browser.login(login, name, PASSWORD).location()).equals("/login");
    }

    /** Where they are looked at and changed. */
    List<String> addresses() {
        return Stream.of(
                        of("client", "id", client),
                        of("client-secrets", "id", client),
                        of("client-redirect", "id", client),
                        of("client-copy", "id", client),
                        of("client-end", "id", client),
                        of("user", "subject", subject),
                        of("user-edit", "subject", subject),
                        of("user-password", "subject", subject),
                        of("grants", "subject", subject),
                        of("grant", "id", grant),
                        of("session-end", "subject", subject) + "&session=" + session,
                        of("audit", "subject", subject),
                        of("scope", "name", scope),
                        of("scope-delete", "name", scope),
                        of("api", "id", api),
                        of("api-delete", "id", api))
                .toList();
    }

    private static String of(String view, String parameter, String value) {
        return "/console/" + view + "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
