package dev.postern.identity.backchannel;

import dev.postern.data.database.Client;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.keys.SigningKeys;
import dev.postern.identity.subject.Subjects;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Logout tokens: OpenID Connect Back-Channel Logout section 2.4, signed as the client's ID tokens are (section 2.6).
 *
 * <p>A token is made for each attempt, with an identifier of its own: one that was taken although its answer was lost must not be
 * refused as a replay.
 */
@Service
class LogoutTokens {

    private static final String TYPE = "logout+jwt";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** At most two minutes: section 4. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final SigningKeys keys;
    private final Subjects subjects;
    private final Issuer issuer;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    LogoutTokens(SigningKeys keys, Subjects subjects, Issuer issuer, RandomValues random, Clock clock) {
        this.keys = keys;
        this.subjects = subjects;
        this.issuer = issuer;
        this.random = random;
        this.clock = clock;
    }

    /** Never with a nonce: section 2.4. */
    String mint(LogoutNotice notice, Client client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JsonObject claims = new JsonObject()
                .put("iss", issuer.value())
                .put("sub", subjects.shown(client, notice.subject()))
                .put("aud", client.id())
                .put("iat", now)
                .put("exp", now.plus(LIFETIME))
                .put("jti", random.identifier())
                .put("sid", notice.sessionId())
                .put("events", Map.of(EVENT, Map.of()));
        JwsAlgorithm algorithm =
                JwsAlgorithm.named(client.identity().idTokenAlgorithm()).orElse(JwsAlgorithm.RS256);
        return keys.sign(algorithm, TYPE, claims.bytes());
    }
}
