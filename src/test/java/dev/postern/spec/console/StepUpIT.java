package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who changes a secret at the console long after they signed in signs in again, comes back to the page, and then may. */
class StepUpIT {

    private static final Duration FRESH = Duration.ofSeconds(8);
    private static final String COPY = "/console/client-copy?id=web-basic";

    @Test
    void an_old_sign_in_leads_through_a_new_one_and_back() throws InterruptedException {
        try (TestServer server = TestServer.fresh(
                Mode.EMBEDDED, Map.of("POSTERN_ADMINISTRATION_FRESH_SIGN_IN", FRESH.toSeconds() + "s"))) {
            Console adam = Console.adam(server.issuer());
            Page form = adam.get(COPY);
            assertThat(form.status()).isEqualTo(200);
            Thread.sleep(FRESH.plusSeconds(1).toMillis());

            Page refused = adam.post(COPY, filled(form));
            assertThat(refused.status()).isEqualTo(303);
            assertThat(refused.location().toString()).startsWith(server.issuer() + "/authorize?");
            assertThat(Browser.query(refused.location())).containsEntry("max_age", Long.toString(FRESH.toSeconds()));
            assertThat(refused.body()).doesNotContain("id=\"secret\"");

            Page back = adam.walk(refused.location().toString(), "adam", "nine tall sunflower fields");
            assertThat(back.status()).isEqualTo(200);
            assertThat(back.uri()).hasToString(server.issuer() + COPY);
            assertThat(adam.post(COPY, filled(back)).body()).contains("id=\"secret\"");
        }
    }

    private static Map<String, String> filled(Page form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.remove("page");
        fields.putAll(Map.of("client_id", "", "client_name", "A copy", "make", ""));
        return fields;
    }
}
