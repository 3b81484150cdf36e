package dev.postern.identity.registration.dynamic;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens;
import dev.postern.platform.Digests;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Which policy a registration is under: RFC 7591 section 3, with initial access tokens (section 1.2) or without. */
@Service
public class RegistrationPolicies {

    private final InitialAccessTokens tokens;
    private final Clock clock;
    private final RegistrationAccess access;
    private final RegistrationPolicy ofEverybody;

    @Inject
    public RegistrationPolicies(InitialAccessTokens tokens, Clock clock, Settings settings) {
        this.tokens = tokens;
        this.clock = clock;
        this.access = settings.get(RegistrationSettings.ACCESS);
        this.ofEverybody = RegistrationPolicy.ofSettings(settings);
    }

    /** Whether anybody may register. */
    public boolean registrationIsOn() {
        return access != RegistrationAccess.OFF;
    }

    /** @throws RegistrationRefused invalid_token if one is needed or wrong */
    RegistrationPolicy of(Optional<TokenValue> token) {
        if (token.isEmpty() && access == RegistrationAccess.OPEN) {
            return ofEverybody;
        }
        return token.map(value -> Digests.sha256(value.secret()))
                .flatMap(this::valid)
                .orElseThrow(() -> RegistrationRefused.unauthorized("an initial access token is needed"));
    }

    /** The policy under which a client was registered; that of everybody where its initial access token is no more. */
    RegistrationPolicy ofOwner(String owner) {
        String prefix = RegistrationPolicy.OWNER + ":";
        return owner.startsWith(prefix)
                ? valid(owner.substring(prefix.length())).orElse(ofEverybody)
                : ofEverybody;
    }

    private Optional<RegistrationPolicy> valid(String tokenHash) {
        return tokens.find(tokenHash)
                .filter(token ->
                        token.expiresAt().map(clock.instant()::isBefore).orElse(true))
                .map(InitialAccessToken::policy)
                .map(policy -> ofEverybody.by(tokenHash, policy));
    }
}
