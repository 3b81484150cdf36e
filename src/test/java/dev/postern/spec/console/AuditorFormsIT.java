package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.administration.AdminApi;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every button of every form that an administrator is shown, pressed by an auditor who has made the request by hand. */
class AuditorFormsIT {

    /** It looks something up, by POST because a token does not belong into a URL. */
    private static final String LOOKS = "find-token";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final Console adam = Console.adam(server.issuer());
    private final Console audrey = Console.audrey(server.issuer());

    @Test
    void an_auditor_who_sends_an_administrator_s_form_is_refused_and_nothing_changes() {
        MadeObjects made = MadeObjects.on(server, "as it was");
        long before = objects();
        Set<String> pressed = new TreeSet<>();
        Stream.of(Console.VIEWS, Console.CHANGING, made.addresses())
                .flatMap(addresses -> addresses.stream())
                .forEach(address -> press(address, pressed));

        assertThat(pressed)
                .contains("save", "disable", "remove", "rotate", "create", "make", "delete")
                .contains("send-link", "make-password", "end", "revoke", "try-keys");
        assertThat(objects()).isEqualTo(before);
        AdminApi api = AdminApi.everything(server);
        assertThat(api.get("/clients/" + made.client()).json()).containsEntry("client_name", "as it was");
        assertThat(api.get("/scopes/" + made.scope()).json()).containsEntry("description", "as it was");
        assertThat(api.get("/grants/" + made.grant()).json()).doesNotContainKey("revoked_at");
    }

    /** By the model, or because an auditor's page has no such button, and then Faces has none to press either. */
    private static boolean isRefused(String button, Page answer) {
        return answer.status() == 403
                || (answer.status() == 200 && !answer.body().contains("name=\"" + button + "\""));
    }

    private long objects() {
        return Stream.of("client", "app_user", "scope_definition", "resource_server")
                .mapToLong(table -> server.database().number("select count(*) from " + table))
                .sum();
    }

    private void press(String address, Set<String> pressed) {
        Page page = adam.get(address);
        assertThat(page.status()).as(address).isEqualTo(200);
        for (ConsoleForm form : ConsoleForm.of(page)) {
            if (form.searches()) {
                continue;
            }
            for (String button : form.buttons()) {
                Map<String, String> sent = form.by(button, "by an auditor");
                sent.put("csrf", audrey.token());
                Page answer = audrey.post(form.address(), sent);
                assertThat(isRefused(button, answer) || button.equals(LOOKS))
                        .as(address + " " + button + " " + answer.status())
                        .isTrue();
                pressed.add(button);
            }
        }
    }
}
