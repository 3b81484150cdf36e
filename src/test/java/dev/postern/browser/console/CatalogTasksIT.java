package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main tasks with scopes and APIs, up to the consent that people are asked for. */
class CatalogTasksIT {

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Desk desk = new Desk(server);
    private final String mark = UUID.randomUUID().toString();
    private final String scope = "pictures." + mark;
    private final String api = "https://pictures.example/" + mark;

    @AfterEach
    void leave() {
        desk.close();
    }

    private void makeScope() {
        desk.open("/console/scope-new");
        desk.type("#name", scope);
        desk.type("#english", "look at your pictures");
        desk.type("#spanish", "mirar tus fotos");
        desk.click("#save");
        assertThat(desk.notice()).contains("The scope was made.");
    }

    private void makeApi() {
        desk.open("/console/api-new");
        desk.type("#identifier", api);
        desk.type("#name", "Pictures");
        desk.type("#scopes", scope);
        desk.at("#format").selectOption("jwt");
        desk.type("#lifetime", "5m");
        desk.click("#save");
        assertThat(desk.at("tbody").innerText()).contains(api, scope);
    }

    private void makeApplication() {
        desk.open("/console/client-new?kind=native");
        desk.type("#client_name", "Gallery");
        desk.type("#client_id", mark);
        desk.type("#redirect_uris", Authorize.CALLBACK);
        desk.type("#scope", "openid " + scope);
        desk.click("#create");
        assertThat(desk.at("#made-id").textContent()).isEqualTo(mark);
    }

    private String consentIn(String locale) {
        Page theirs = desk.another(locale);
        theirs.navigate(server.issuer() + "/authorize?"
                + Browser.form(
                        Authorize.with(mark).and("scope", "openid " + scope).map()));
        Desk.signIn(theirs, "alice", "copper lantern at noon");
        theirs.waitForURL("**/consent?*");
        return theirs.locator(".permits").innerText();
    }

    @Test
    void people_are_asked_in_their_language_for_a_scope_that_was_made_here() {
        makeScope();
        makeApi();
        desk.picture("apis");
        makeApplication();

        assertThat(consentIn("es-ES")).contains("mirar tus fotos").doesNotContain("look at your pictures");
        assertThat(consentIn("en-GB")).contains("look at your pictures");
        assertThat(consentIn("fr-FR")).contains("look at your pictures");
    }

    @Test
    void what_something_needs_is_not_deleted_and_the_page_says_what_breaks() {
        makeScope();
        makeApi();
        desk.open("/console/scope?name=" + scope);
        desk.picture("scope");
        desk.click("a.danger");
        assertThat(desk.text()).contains("It belongs to the API " + api);
        desk.picture("scope-delete");
        desk.click("#delete");
        assertThat(desk.at("#refusal").textContent()).contains("Nothing was changed.");

        desk.open("/console/apis");
        desk.click("tbody a[href*='" + mark + "']");
        desk.picture("api");
        desk.click("a.danger");
        assertThat(desk.at(".confirm li").count()).isPositive();
        desk.picture("api-delete");
        desk.click("#delete");
        assertThat(desk.notice()).contains("It was deleted.");
        assertThat(desk.at("tbody").innerText()).doesNotContain(api);

        desk.open("/console/scope-delete?name=" + scope);
        desk.click("#delete");
        assertThat(desk.notice()).contains("It was deleted.");
        assertThat(desk.at("tbody").innerText()).doesNotContain(scope);
    }

    @Test
    void a_scope_is_made_by_keyboard_alone() {
        desk.open("/console");
        desk.tabTo(".places a[href$='/console/scopes']");
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL("**/console/scopes");
        desk.tabTo("a[href$='/console/scope-new']");
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL("**/console/scope-new");
        desk.tabTo("#name");
        desk.page().keyboard().type("two words");
        desk.tabTo("#english");
        desk.page().keyboard().type("look at your pictures");
        desk.tabTo("#save");
        desk.page().keyboard().press("Enter");
        desk.page().waitForSelector("#name-why");

        desk.tabTo("#name");
        desk.page().keyboard().press("Control+A");
        desk.page().keyboard().type(scope);
        desk.tabTo("#save");
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL("**/console/scopes?notice=created");
        assertThat(desk.at("tbody").innerText()).contains(scope, "look at your pictures");
    }
}
