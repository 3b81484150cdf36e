package dev.postern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.spec.console.Console;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.Parallel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrators' console over two nodes: each request of a browser goes to the node that did not answer the one before. */
class ConsoleTurnsIT {

    private static final String COPY = "/console/client-copy?id=web-basic";

    private final Cluster cluster = Cluster.shared();
    private final TurnTaker adam = new TurnTaker(cluster);
    private Instant signedInAt = Instant.EPOCH;

    @BeforeEach
    void sign_in() {
        Page arrived = arrive(adam.get("/console/scopes"));
        signedInAt = Instant.now();
        assertThat(arrived.status()).isEqualTo(200);
        assertThat(arrived.uri()).hasToString(cluster.issuer() + "/console/scopes");
    }

    private Page arrive(Page from) {
        return adam.arrive(from, "adam", "nine tall sunflower fields");
    }

    @Test
    void every_view_is_shown_by_both_nodes() {
        for (String view : Console.VIEWS) {
            assertThat(adam.get(view).status()).as(view).isEqualTo(200);
            assertThat(adam.get(view).status()).as(view).isEqualTo(200);
        }
    }

    @Test
    void a_form_of_one_node_is_taken_by_the_other_and_both_show_what_it_changed() {
        String name = "turns." + UUID.randomUUID();
        Map<String, String> typed = Map.of("name", name, "english", "take turns", "spanish", "");
        Map<String, String> wrong = new HashMap<>(typed);
        wrong.put("name", "two words");

        Page refused = adam.submit(adam.get("/console/scope-new"), "save", wrong);
        assertThat(refused.body()).contains("RFC 6749 section 3.3", "value=\"two words\"", "take turns");
        Page made = adam.submit(refused, "save", typed);
        assertThat(made.location()).hasToString(cluster.issuer() + "/console/scopes?notice=created");
        assertThat(adam.get(made.location()).body()).contains("The scope was made.", name);
        assertThat(adam.get("/console/scopes").body()).contains(name);

        Page form = adam.get("/console/scope?name=" + name);
        Page first = adam.submit(form, "save", Map.of("english", "the first", "spanish", ""));
        assertThat(first.status()).as(first.body()).isEqualTo(303);
        Page second = adam.submit(form, "save", Map.of("english", "the second", "spanish", ""));
        assertThat(second.body()).contains("Somebody has changed this", "the first", "the second");
        exportsAgree(made.header("X-Request-Id"));
    }

    /** The audit trail is behind the broker: the event comes a moment later. */
    private void exportsAgree(String requestId) {
        String export = "/console/audit-export?format=jsonl&request_id=" + requestId;
        Parallel.until(() -> adam.get(export).body().contains("configuration_changed"));
        Page here = adam.get(export);
        Page there = adam.get(export);
        assertThat(here.header("Content-Disposition")).contains("attachment");
        assertThat(here.body()).contains(requestId).isEqualTo(there.body());
        assertThat(adam.get("/console/report-export?format=csv").status()).isEqualTo(200);
        assertThat(adam.get("/console/report-export?format=csv").status()).isEqualTo(200);
    }

    @Test
    void an_old_sign_in_leads_through_a_new_one_before_a_secret_is_made_which_both_nodes_take() throws Exception {
        Page form = adam.get(COPY);
        Map<String, String> typed = Map.of("client_id", "", "client_name", "A copy");
        Instant old = signedInAt.plus(Cluster.FRESH_SIGN_IN).plusSeconds(1);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), old).toMillis()));

        Page refused = adam.submit(form, "make", typed);
        assertThat(refused.status()).isEqualTo(303);
        assertThat(Browser.query(refused.location()))
                .containsEntry("max_age", Long.toString(Cluster.FRESH_SIGN_IN.toSeconds()));
        Page held = arrive(refused);
        assertThat(held.body()).contains("A copy");
        Page made = adam.post("/console/client-copy", held.fields());

        OAuthClient copy = new OAuthClient(cluster.issuer(), code(made, "made-id"), code(made, "secret"));
        for (int i = 0; i < 2; i++) {
            assertThat(copy.redeem("nonsense").error()).isEqualTo("invalid_grant");
        }
    }

    private static String code(Page page, String id) {
        Matcher code = Pattern.compile("<code id=\"" + id + "\">([^<]+)<").matcher(page.body());
        assertThat(code.find()).as(page.body()).isTrue();
        return code.group(1);
    }

    @Test
    void who_signs_out_at_one_node_is_out_at_both() {
        Page page = adam.get("/console/keys");
        Page left = adam.post("/console/sign-out", Map.of("csrf", page.fields().get("csrf")));
        assertThat(left.status()).isEqualTo(303);
        adam.get(left.location());
        assertThat(isOut()).isTrue();
        assertThat(isOut()).isTrue();
    }

    @Test
    void whose_sessions_are_ended_at_one_node_is_out_at_both() {
        Matcher subject = Pattern.compile("/console/user\\?subject=([^\"&]+)")
                .matcher(adam.get("/console/users?q=adam").body());
        assertThat(subject.find()).isTrue();
        Page sent = adam.submit(adam.get("/console/session-end?subject=" + subject.group(1)), "end", Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        Parallel.until(() -> isOut() && isOut()); // the other node hears of it a moment later
    }

    private boolean isOut() {
        return adam.get("/console/keys").status() == 303;
    }
}
