package dev.postern.identity.authorization.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.session.Region;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.interaction.Interaction.Stage;
import dev.postern.identity.authorization.request.Requests;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.identity.consent.Notice;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import dev.postern.protocol.Scope;
import dev.postern.testing.fakes.FakeCache;
import dev.postern.testing.fakes.TestClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InteractionsTest {

    private final TestClock clock = new TestClock();
    private final FakeCache cache = new FakeCache(clock);
    private final Interactions interactions = new Interactions(
            cache,
            new RandomValues(new SecureRandom()),
            new MasterKeys(Map.of(1, new byte[32])),
            clock,
            Settings.of(Map.of()));
    private final Browser browser = browser("a");
    private final String id = interactions.begin(interaction());

    private static Browser browser(String letter) {
        return new Browser(Optional.empty(), Optional.of(letter.repeat(43)), Optional.empty());
    }

    private Interaction interaction() {
        return new Interaction(
                Digests.sha256("a".repeat(43)),
                Stage.LOGIN,
                0,
                Requests.good()
                        .with("resource", "https://b.test", "https://a.test")
                        .parse()
                        .kept(Scope.of("openid", "a", "b"), OptionalLong.empty()),
                "",
                "",
                Notice.NONE,
                SignedIn.NOBODY,
                clock.instant());
    }

    private SignedIn alice() {
        return new SignedIn("usr_1", "sid", clock.instant(), List.of("pwd"), clock.instant());
    }

    private PendingInteraction pending() {
        return interactions.find(id, browser).orElseThrow();
    }

    @Test
    void only_the_browser_that_began_it_finds_it() {
        assertThat(interactions.find(id, browser)).isPresent();
        assertThat(interactions.find(id, browser("b"))).isEmpty();
        assertThat(interactions.find(id, new Browser(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(interactions.find("x", browser)).isEmpty();
        assertThat(interactions.find("", browser)).isEmpty();
    }

    @Test
    void a_form_needs_the_token_of_its_page() {
        String other = interactions.begin(interaction());
        String othersToken = interactions.find(other, browser).orElseThrow().formToken();

        assertThat(interactions.answered(id, pending().formToken(), Stage.LOGIN, browser))
                .isPresent();
        assertThat(interactions.answered(id, othersToken, Stage.LOGIN, browser)).isEmpty();
        assertThat(interactions.answered(id, "", Stage.LOGIN, browser)).isEmpty();
        assertThat(interactions.answered(id, pending().formToken(), Stage.CONSENT, browser))
                .isEmpty();
    }

    @Test
    void a_token_is_good_for_one_step() {
        PendingInteraction first = pending();
        interactions.advance(first, first.state().retry("alice", Notice.WRONG_CREDENTIALS));

        assertThat(interactions.answered(id, first.formToken(), Stage.LOGIN, browser))
                .isEmpty();
        assertThat(pending().state().notice()).isEqualTo(Notice.WRONG_CREDENTIALS);
        assertThat(pending().formToken()).isNotEqualTo(first.formToken());
    }

    @Test
    void of_two_answers_to_one_form_one_counts() {
        PendingInteraction seenTwice = pending();

        assertThat(interactions.advance(seenTwice, seenTwice.state().askConsent(alice())))
                .isTrue();
        assertThat(interactions.advance(seenTwice, seenTwice.state().askConsent(alice())))
                .isFalse();
        assertThat(interactions.finish(seenTwice)).isFalse();
        assertThat(interactions.finish(pending())).isTrue();
        assertThat(interactions.find(id, browser)).isEmpty();
    }

    @Test
    void another_node_or_version_may_have_written_it_with_other_fields_in_another_order() {
        Map<String, Object> written = new TreeMap<>(Json.readObject(pending().stored()));
        written.put("unheardOf", true);
        cache.put(Region.INTERACTION, Digests.sha256(id), Json.write(written), Duration.ofMinutes(15));

        PendingInteraction pending = pending();
        assertThat(interactions.advance(pending, pending.state().askConsent(alice())))
                .isTrue();
        assertThat(interactions.finish(pending())).isTrue();
    }

    @Test
    void it_ends_with_its_time_however_often_it_moved() {
        clock.pass(Duration.ofMinutes(14));
        PendingInteraction pending = pending();
        interactions.advance(pending, pending.state().askConsent(alice()));
        clock.pass(Duration.ofMinutes(1));

        assertThat(interactions.find(id, browser)).isEmpty();
    }
}
