package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Users, their sessions and grants at the console, by the forms that browsers send. */
class PeopleIT {

    private static final String PASSWORD = "quiet tractors by the lake";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "refresh-always");
    private final Console adam = Console.adam(server.issuer());
    private final String name = "console-" + UUID.randomUUID();

    /** Sends the form of a page with what was typed, as a click on a button does. */
    private Page submit(Page page, String button, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields());
        fields.putAll(typed);
        fields.put(button, button);
        return adam.post(page.uri().getPath(), fields);
    }

    private Page created(Map<String, String> more) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "username", name, "name", "Console", "email", name + "@example.com", "groups", "", "enabled", "on"));
        typed.put("password", PASSWORD);
        typed.putAll(more);
        return submit(adam.get("/console/user-edit"), "save", typed);
    }

    private Page user() {
        return adam.get(created(Map.of()).location().toString());
    }

    private static String link(Page page, String path) {
        Matcher link = Pattern.compile("href=\"[^\"]*(" + path + "[^\"]*)\"").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private Answer signIn(Browser at, String password) {
        return client.tokens(at, "openid profile", name, password);
    }

    private boolean isSignedIn(Browser at) {
        return at.get("/account").status() == 200;
    }

    @Test
    void a_user_is_made_found_and_signs_in() {
        Page page = user();
        assertThat(page.body())
                .contains("The user was made.", name, name + "@example.com")
                .doesNotContain(PASSWORD);
        assertThat(adam.get("/console/users?q=" + name).body()).contains("href=\"", name);
        signIn(new Browser(server.issuer()), PASSWORD);
    }

    @Test
    void a_rule_that_is_broken_is_told_at_its_field_with_what_was_typed() {
        Page refused = created(Map.of("password", "password1234"));
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("Nothing was changed.", "easy to guess", "value=\"" + name + "\"");
    }

    @Test
    void a_user_is_disabled() {
        String address = created(Map.of()).location().toString();
        signIn(new Browser(server.issuer()), PASSWORD);
        assertThat(adam.get(address).body()).contains(">active<").doesNotContain("user disabled");
        Page edit = adam.get(link(adam.get(address), "/console/user-edit"));
        Page saved = submit(
                edit,
                "save",
                Map.of("username", name, "name", "Console", "email", name + "@example.com", "groups", "a"));
        Page disabled = adam.get(saved.location().toString());
        assertThat(disabled.body()).contains(">disabled<", ">user disabled<").doesNotContain(">active<");
        assertThat(adam.get(link(disabled, "/console/grants")).body()).contains(">user disabled<");
        assertThat(adam.get(link(disabled, "/console/grant\\?")).body()).contains(">user disabled<");
    }

    @Test
    void the_second_of_two_administrators_is_shown_both_versions() {
        Page edit = adam.get(link(user(), "/console/user-edit"));
        Map<String, String> typed =
                Map.of("username", name, "name", "First", "email", "", "groups", "", "enabled", "on");
        assertThat(submit(edit, "save", typed).status()).isEqualTo(303);
        Map<String, String> second = new LinkedHashMap<>(typed);
        second.put("name", "Second");
        assertThat(submit(edit, "save", second).body()).contains("Somebody has changed this", "First", "Second");
    }

    @Test
    void a_random_password_is_shown_once_and_a_link_is_mailed() {
        Page page = adam.get(link(user(), "/console/user-password"));
        Page made = submit(page, "make-password", Map.of());
        Matcher password = Pattern.compile("<pre id=\"password\"[^>]*>([^<]+)<").matcher(made.body());
        assertThat(password.find()).as(made.body()).isTrue();
        signIn(new Browser(server.issuer()), password.group(1));

        Page sent = submit(page, "send-link", Map.of());
        assertThat(adam.get(sent.location().toString()).body()).contains("The link is on its way.");
        assertThat(server.mails(name + "@example.com", "/new-password?link=", 1))
                .hasSize(1);
    }

    @Test
    void a_session_is_ended_and_over_at_once() throws InterruptedException {
        String address = created(Map.of()).location().toString();
        Browser browser = new Browser(server.issuer());
        signIn(browser, PASSWORD);
        Page page = adam.get(address);
        for (int i = 0; i < 200 && !page.body().contains("/console/session-end"); i++) {
            Thread.sleep(100);
            page = adam.get(address);
        }
        assertThat(adam.get("/console/sessions").body())
                .contains(
                        link(page, "/console/session-end").split("&")[0].replace("/console/session-end?subject=", ""));
        Page confirm = adam.get(link(page, "/console/session-end"));
        assertThat(confirm.body()).contains("What stops working");
        assertThat(isSignedIn(browser)).isTrue();
        Page ended = submit(confirm, "end", Map.of());
        assertThat(ended.status()).isEqualTo(303);
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void a_token_leads_to_its_family_which_is_revoked() {
        created(Map.of());
        Answer tokens = signIn(new Browser(server.issuer()), PASSWORD);
        String next = client.refresh(tokens.text("refresh_token")).text("refresh_token");
        Page found = submit(adam.get("/console/grants"), "find-token", Map.of("token", tokens.text("refresh_token")));
        assertThat(found.location().toString()).doesNotContain(tokens.text("refresh_token"));
        Page grant = adam.get(found.location().toString());
        assertThat(grant.body()).contains("good for nothing now", "usable", "refresh-always");

        Page revoked = submit(grant, "revoke", Map.of());
        assertThat(adam.get(revoked.location().toString()).body()).contains("The grant is revoked.");
        assertThat(client.refresh(next).error()).isEqualTo("invalid_grant");
    }

    @Test
    void an_auditor_sees_and_changes_nothing() {
        Console audrey = Console.audrey(server.issuer());
        String page = created(Map.of()).location().toString();
        assertThat(audrey.get(page).body())
                .contains(name)
                .doesNotContain("/console/user-edit", "/console/user-password");
        Map<String, String> fields =
                new LinkedHashMap<>(audrey.get("/console/user-edit").fields());
        fields.putAll(Map.of("username", "by-audrey", "save", "save"));
        fields.put("csrf", audrey.token());
        assertThat(audrey.post("/console/user-edit", fields).status()).isEqualTo(403);
    }
}
