package dev.postern.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a key set brought: its keys, or why there are none.
 *
 * @param failure empty if it was read
 */
public record TriedKeySet(List<TriedKey> keys, Optional<Failure> failure) {

    /** Why there is no key set. It says no more than that: who asks must not learn what stands at a private address. */
    public enum Failure {
        NOT_ALLOWED("It is not an https address with a host."),
        PRIVATE_ADDRESS(
                "Its name leads to an address that is not public; an operator may allow the host by postern.outgoing.allowed-hosts."),
        UNREACHABLE("No connection came about: check name, port and certificate."),
        TOO_SLOW("It did not answer in time."),
        TOO_LARGE("Its answer is too large."),
        NOT_HTTP("Its answer is not HTTP."),
        REDIRECT("It answers with a redirect, which is not followed: register the address where the keys are."),
        STATUS("It answers with an error."),
        NO_KEY_SET("What is there is not a JSON Web Key Set."),
        BUSY("Too many addresses are being fetched just now: try again.");

        private final String says;

        Failure(String says) {
            this.says = says;
        }

        public String says() {
            return says;
        }
    }

    /**
     * A key as it says of itself.
     *
     * @param id kid, empty if it has none
     * @param type kty, with the curve or the size in bits
     * @param algorithm alg, empty if it says none
     * @param use use, empty if it says none
     * @param serves the algorithms whose signatures we take from it; none: it is passed over
     * @param secret whether it holds what nobody may see
     */
    public record TriedKey(String id, String type, String algorithm, String use, List<String> serves, boolean secret) {

        static TriedKey of(JWK key) {
            List<String> serves = UsableKeys.isUsable(key)
                    ? UsableKeys.ALGORITHMS.stream()
                            .filter(algorithm -> UsableKeys.fits(key, algorithm))
                            .toList()
                    : List.of();
            return new TriedKey(
                    text(key.getKeyID()),
                    UsableKeys.described(key),
                    text(key.getAlgorithm()),
                    text(key.getKeyUse()),
                    serves,
                    key.isPrivate());
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }

    static TriedKeySet of(List<JWK> keys) {
        return new TriedKeySet(keys.stream().map(TriedKey::of).toList(), Optional.empty());
    }

    static TriedKeySet failed(Failure failure) {
        return new TriedKeySet(List.of(), Optional.of(failure));
    }

    /** Whether a signature could be verified with one of them. */
    public boolean serves() {
        return keys.stream().anyMatch(key -> !key.serves().isEmpty());
    }
}
