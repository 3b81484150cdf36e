package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.spec.console.Console;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every view of the console, full, empty and refused: in light and dark, on a desk and at 320 pixels, in both languages. */
class EveryScreenIT {

    /** What administrators have at hand besides the console. */
    private static final List<String> OWN_ACCOUNT = List.of("/account", "/account/password");

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Desk desk = new Desk(server);
    private final Judge judge = new Judge(desk.page(), server.issuer());

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void nothing_breaks_the_rules_of_accessibility_or_the_page_s_own_policy() throws IOException {
        Made made = new Made(server, desk);
        List<String> views = Stream.of(Console.VIEWS, Console.CHANGING, made.details())
                .flatMap(List::stream)
                .toList();
        Stream.of(views, made.states(), OWN_ACCOUNT).flatMap(List::stream).forEach(judge::visit);
        List<RefusedForm> refused = RefusedForm.of(made);
        refused.forEach(form -> {
            form.send(desk);
            judge.look("refused " + form.address());
        });
        conflict(made);
        shownOnce(made);
        speakSpanish();
        views.forEach(judge::visitInSpanish);

        assertThat(judge.faults()).isEmpty();
        assertThat(judge.views()).as("every view was looked at").containsAll(files());
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> views = Files.list(Path.of("src/main/webapp/console"))) {
            return views.map(view -> view.getFileName().toString().replace(".xhtml", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** Both versions of what somebody else has changed in between. */
    private void conflict(Made made) {
        String address = server.issuer() + "/console/scope?name=" + made.scope();
        desk.open(address);
        Page theirs = desk.page().context().newPage();
        theirs.navigate(address);
        theirs.locator("#english").fill("see their text");
        theirs.locator("#save").click();
        theirs.waitForURL("**notice=saved*");
        theirs.close();
        desk.type("#english", "see my text");
        desk.click("#save");
        assertThat(desk.at(".conflict").textContent()).contains("see my text", "see their text");
        judge.look("a conflict");
    }

    private void shownOnce(Made made) {
        desk.open("/console/client-secrets?id=" + made.clientId());
        desk.click("#rotate");
        assertThat(desk.at("#secret").textContent()).isNotBlank();
        judge.look("a new secret");
        judge.visit("/console/client-secrets?id=" + made.clientId());
        desk.open("/console/user-password?subject=" + made.subject());
        desk.click("#make-password");
        assertThat(desk.at("#password").textContent()).isNotBlank();
        judge.look("a new password");
    }

    private void speakSpanish() {
        desk.open("/console");
        desk.click("button[name=language][value=es]");
        desk.page().waitForURL("**/console");
    }

    @Test
    void the_keyboard_leads_past_the_navigation() {
        desk.open("/console");
        desk.page().keyboard().press("Tab");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void places_and_searches_fold_on_a_phone_and_open_by_a_touch() {
        desk.page().setViewportSize(390, 844);
        desk.open("/console/audit");
        assertThat(desk.at("#request_id").isVisible()).isFalse();
        assertThat(desk.at(".places a").first().isVisible()).isFalse();
        desk.click("main summary");
        assertThat(desk.at("#request_id").isVisible()).isTrue();
        desk.click(".places summary");
        desk.click(".places a[href$='/console/users']");
        desk.page().waitForURL("**/console/users");
        desk.open("/console/audit?request_id=none");
        assertThat(desk.at("#request_id").isVisible()).isTrue();
    }
}
