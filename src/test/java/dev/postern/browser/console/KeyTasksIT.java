package dev.postern.browser.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Mode;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing keys: when they rotate, and rotating one now. */
class KeyTasksIT {

    private static final String ALGORITHM = "EdDSA";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private final OAuthClient client = OAuthClient.confidential(server, "web-eddsa");
    private final Desk desk = new Desk(server);

    @AfterEach
    void leave() {
        desk.close();
    }

    private String signing() {
        return desk.at("tbody tr:has(th:text-is('" + ALGORITHM + "')):has-text('signing') code")
                .innerText();
    }

    @Test
    void a_key_is_rotated_now_signs_at_once_and_the_one_before_stays_published() {
        desk.open("/console/keys");
        desk.picture("keys");
        String before = signing();
        String rotate = "a[href$='algorithm=" + ALGORITHM + "']";
        assertThat(desk.at("tr:has(" + rotate + ") time").innerText())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

        desk.click(rotate);
        assertThat(desk.text()).contains(before, "takes its place");
        desk.picture("key-rotate");
        desk.click("#rotate");
        assertThat(desk.notice()).contains("The keys were rotated.");
        assertThat(signing()).isNotEqualTo(before);
        assertThat(desk.at("tr:has-text('" + before + "')").innerText()).contains("retired");

        assertThat(client.tokens("openid").jwtHeader("id_token")).containsEntry("kid", signing());
        assertThat(published()).contains(before, signing());
    }

    private List<String> published() {
        Object keys = OAuthClient.send(client.request("/jwks").GET()).json().get("keys");
        return keys instanceof List<?> all
                ? all.stream()
                        .map(key -> ((java.util.Map<?, ?>) key).get("kid").toString())
                        .toList()
                : List.of();
    }
}
