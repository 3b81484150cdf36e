package dev.postern.identity.token.mint;

import dev.postern.identity.resource.Target;
import dev.postern.identity.subject.Subjects;
import dev.postern.identity.token.grant.Granted;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the tokens of a grant that is committed already, so that no database connection waits for a signature. */
@Service
public class TokenMinter {

    private final AccessTokens accessTokens;
    private final IdTokenMinter idTokens;
    private final Subjects subjects;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    public TokenMinter(
            AccessTokens accessTokens, IdTokenMinter idTokens, Subjects subjects, RandomValues random, Clock clock) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.subjects = subjects;
        this.random = random;
        this.clock = clock;
    }

    /** The ID token alone, for a grant without an access token: OpenID Connect Core section 3.2.2.10. */
    public TokenValue idToken(Granted granted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return idTokens.mint(granted, granted.identity().orElseThrow(), Optional.empty(), now);
    }

    public TokenResponse mint(Granted granted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Target target = granted.target();
        AccessToken accessToken = new AccessToken(
                granted.subject(),
                subjects.shown(granted.client(), granted.subject()),
                target.audience(),
                granted.client().id(),
                target.scope(),
                now,
                now.plus(target.lifetime()),
                random.identifier(),
                granted.grantId(),
                granted.authTime(),
                granted.claims().userInfo());
        TokenValue written = accessTokens.write(accessToken, target.format());
        Optional<TokenValue> idToken =
                granted.identity().map(identity -> idTokens.mint(granted, identity, Optional.of(written), now));
        return new TokenResponse(
                accessToken.tokenId(), written, target.lifetime(), target.scope(), granted.refreshToken(), idToken);
    }
}
