package dev.postern.browser.console;

import dev.postern.spec.console.Console;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One of each thing that a view needs to show anything, made at the console, so that it can be changed there. */
final class Made {

    static final String PASSWORD = "quiet tractors by the lake";

    private final TestServer server;
    private final Desk desk;
    private final String mark = UUID.randomUUID().toString();
    private final String scope = "judged." + mark;
    private final String api = "https://judged.example/" + mark;
    private String clientId = "";
    private String subject = "";
    private String grant = "";
    private String sessionEnd = "";
    private String event = "";
    private String tokenEnd = "";

    Made(TestServer server, Desk desk) {
        this.server = server;
        this.desk = desk;
        catalog();
        registerClient();
        registerUser();
        registrationToken();
        records();
    }

    private void catalog() {
        desk.open("/console/scope-new");
        desk.type("#name", scope);
        desk.type("#english", "see a text that is made for this");
        desk.click("#save");
        desk.open("/console/api-new");
        desk.type("#identifier", api);
        desk.type("#scopes", scope);
        desk.click("#save");
    }

    private void registerClient() {
        desk.open("/console/client-new?kind=web");
        desk.type("#client_name", "Judged");
        desk.type("#redirect_uris", Authorize.CALLBACK);
        desk.click("#create");
        clientId = desk.at("#made-id").textContent();
    }

    private void registerUser() {
        desk.open("/console/user-edit");
        desk.type("#username", mark);
        desk.type("#password", PASSWORD);
        desk.click("#save");
        subject = Browser.query(java.net.URI.create(desk.page().url())).get("subject");
        OAuthClient application = OAuthClient.confidential(server, "refresh-always");
        application.refresh(application
                .tokens(new Browser(server.issuer()), "openid profile", mark, PASSWORD)
                .text("refresh_token"));
    }

    private void registrationToken() {
        desk.open("/console/registration-token-new");
        desk.type("#name", "judged " + mark);
        desk.click("#make");
        desk.at("#token").waitFor();
        desk.open("/console/registration-tokens");
        tokenEnd = path("a[href*=registration-token-end]");
    }

    private void records() {
        desk.open("/console/user?subject=" + subject);
        desk.awaitOnPage("a[href*='session=']");
        sessionEnd = path("a[href*='session=']");
        grant = path("a[href*='/console/grant?']");
        desk.open("/console/audit?type=configuration_changed");
        event = path("tbody th a");
    }

    private String path(String link) {
        return desk.at(link).first().getAttribute("href");
    }

    String mark() {
        return mark;
    }

    String scope() {
        return scope;
    }

    String api() {
        return api;
    }

    String clientId() {
        return clientId;
    }

    String subject() {
        return subject;
    }

    /** Views that show one of these things. */
    List<String> details() {
        return Stream.concat(
                        Console.ofClient(clientId).stream(),
                        Stream.of(
                                "/console/client-redirect?id=" + clientId + "&uri=" + Authorize.CALLBACK,
                                "/console/client-copy?id=" + clientId,
                                "/console/user?subject=" + subject,
                                "/console/user-edit?subject=" + subject,
                                "/console/user-password?subject=" + subject,
                                "/console/session-end?subject=" + subject,
                                sessionEnd,
                                grant,
                                event,
                                tokenEnd,
                                "/console/scope?name=" + scope,
                                "/console/scope-delete?name=" + scope,
                                "/console/api?id=" + api,
                                "/console/api-delete?id=" + api))
                .toList();
    }

    /** Lists that have nothing in them, and pages that tell of a change. */
    List<String> states() {
        return List.of(
                "/console/clients?q=" + mark + "-nothing",
                "/console/users?q=" + mark + "-nothing",
                "/console/grants?client_id=" + mark,
                "/console/sessions?subject=" + mark,
                "/console/audit?request_id=" + mark,
                "/console/audit?from=yesterday",
                "/console/reports?client_id=" + mark,
                "/console/settings?q=" + mark,
                "/console/scopes?notice=created");
    }
}
