package dev.postern.identity.registration;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.postern.identity.clientkeys.UsableKeys;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * Which keys a client may register: RFC 7517. Keys of other uses and kinds are passed over, as section 5 asks, but one of them must be
 * of use to us.
 */
final class KeySetRules {

    private static final int MOST_KEYS = 20;

    private KeySetRules() {}

    /** @param algorithm the one that the client is bound to, empty: any of ours */
    static Optional<Breach> refuse(String jwks, String algorithm) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(jwks).getKeys();
        } catch (ParseException e) {
            return Optional.of(Rule.NOT_A_KEY_SET.brokenBy());
        }
        if (keys.isEmpty() || keys.size() > MOST_KEYS) {
            return Optional.of(Rule.KEY_COUNT.brokenBy(MOST_KEYS));
        }
        if (keys.stream().anyMatch(key -> key.isPrivate() || KeyType.OCT.equals(key.getKeyType()))) {
            return Optional.of(Rule.KEY_NOT_PUBLIC.brokenBy());
        }
        if (keys.stream().anyMatch(KeySetRules::isWeak)) {
            return Optional.of(Rule.KEY_SHORT.brokenBy(UsableKeys.SHORTEST_RSA));
        }
        boolean usable = keys.stream()
                .filter(UsableKeys::isUsable)
                .anyMatch(key -> algorithm.isEmpty() || UsableKeys.fits(key, algorithm));
        return usable
                ? Optional.empty()
                : Optional.of(Rule.NO_USABLE_KEY.brokenBy(
                        algorithm.isEmpty() ? TextRules.listed(UsableKeys.ALGORITHMS) : algorithm));
    }

    private static boolean isWeak(JWK key) {
        return key instanceof RSAKey
                && !KeyUse.ENCRYPTION.equals(key.getKeyUse())
                && key.size() < UsableKeys.SHORTEST_RSA;
    }
}
