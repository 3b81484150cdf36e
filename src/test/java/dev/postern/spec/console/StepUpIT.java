package dev.postern.spec.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who changes a secret at the console long after they signed in signs in again, finds what they sent, and goes on with it. */
class StepUpIT {

    private static final Duration FRESH = Duration.ofSeconds(8);
    private static final String COPY = "/console/client-copy?id=web-basic";
    private static final String NAME = "A \"copy\" of <them> & more";
    private static final String SHOWN = "A &quot;copy&quot; of &lt;them&gt; &amp; more";

    private static final TestServer SERVER =
            TestServer.fresh(Mode.EMBEDDED, Map.of("POSTERN_ADMINISTRATION_FRESH_SIGN_IN", FRESH.toSeconds() + "s"));

    private final Console adam = Console.adam(SERVER.issuer());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void what_was_sent_is_there_after_a_new_sign_in_and_is_done_once_the_person_goes_on() throws InterruptedException {
        Page refused = sentTooLate();
        assertThat(refused.location().toString()).startsWith(SERVER.issuer() + "/authorize?");
        assertThat(Browser.query(refused.location())).containsEntry("max_age", Long.toString(FRESH.toSeconds()));
        assertThat(refused.location().toString() + refused.body()).doesNotContain("copy", "id=\"secret\"");

        Page held = adam.walk(refused.location().toString(), "adam", "nine tall sunflower fields");
        assertThat(held.status()).isEqualTo(200);
        assertThat(held.header("Cache-Control")).contains("no-store");
        assertThat(held.header("Content-Security-Policy"))
                .contains("form-action 'self'")
                .doesNotContain("script-src");
        assertThat(held.body())
                .contains("action=\"/console/client-copy\"", SHOWN, "href=\"/console/client-copy?id=web-basic\"")
                .doesNotContain("<them>");
        assertThat(held.fields().get("csrf")).isEqualTo(adam.token());

        Map<String, String> fields = held.fields();
        fields.put("client_name", NAME);
        Page done = adam.post("/console/client-copy", fields);
        assertThat(done.body()).contains("id=\"secret\"");
        assertThat(adam.get(held.uri().toString()).body()).as("a second time").doesNotContain(SHOWN);
    }

    @Test
    void somebody_else_who_signs_in_does_not_find_it() throws InterruptedException {
        Page refused = sentTooLate();

        Page back = adam.walk(refused.location().toString(), "audrey", "marble stairs and echoes");
        assertThat(back.uri()).hasToString(SERVER.issuer() + COPY);
        assertThat(back.body()).doesNotContain(SHOWN);
    }

    @Test
    void a_form_that_is_not_this_sessions_is_not_kept() throws InterruptedException {
        Page form = adam.get(COPY);
        Thread.sleep(FRESH.plusSeconds(1).toMillis());
        Map<String, String> forged = filled(form);
        forged.put("csrf", "forged");
        assertThat(adam.post("/console/client-copy", forged).status()).isEqualTo(403);

        Browser nobody = new Browser(SERVER.issuer());
        Console adamElsewhere = Console.adam(SERVER.issuer());
        Page sent = nobody.post("/console/client-copy", filled(form));
        nobody.cookies()
                .forEach((name, value) -> adamElsewhere.browser().cookies().put(name, value));
        assertThat(adamElsewhere
                        .walk(sent.location().toString(), "adam", "nine tall sunflower fields")
                        .body())
                .doesNotContain(SHOWN);
    }

    /** As a browser does, to the form's own address, which has no query. */
    private Page sentTooLate() throws InterruptedException {
        Page form = adam.get(COPY);
        assertThat(form.status()).isEqualTo(200);
        Thread.sleep(FRESH.plusSeconds(1).toMillis());
        Page refused = adam.post("/console/client-copy", filled(form));
        assertThat(refused.status()).isEqualTo(303);
        return refused;
    }

    private static Map<String, String> filled(Page form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.remove("page");
        fields.putAll(Map.of("client_id", "", "client_name", NAME, "make", ""));
        return fields;
    }
}
