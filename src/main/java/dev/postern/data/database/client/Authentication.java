package dev.postern.data.database.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the client proves who it is: exactly one method (RFC 7591 section 2).
 *
 * @param secretHashes keyed hashes of its secrets, without end
 * @param sealedSecret the secret itself under the master key, where it is the key of an HMAC; else empty
 * @param algorithm token_endpoint_auth_signing_alg, empty: any that we support
 * @param audience whom its assertions may name
 * @param retiring the secret before, which ends
 */
public record Authentication(
        ClientAuthenticationMethod method,
        List<String> secretHashes,
        String sealedSecret,
        String algorithm,
        AssertionAudience audience,
        RetiringSecret retiring) {

    /** A method, with nothing registered for it yet. */
    public static Authentication by(ClientAuthenticationMethod method) {
        return new Authentication(method, List.of(), "", "", AssertionAudience.ISSUER, RetiringSecret.NONE);
    }

    /** With these secrets and none that ends. */
    public Authentication withSecret(List<String> hashes, String sealed) {
        return new Authentication(method, hashes, sealed, algorithm, audience, RetiringSecret.NONE);
    }

    public Authentication withRetiring(RetiringSecret secret) {
        return new Authentication(method, secretHashes, sealedSecret, algorithm, audience, secret);
    }

    /** Whether it has a secret that does not end. */
    public boolean hasSecret() {
        return !secretHashes.isEmpty() || !sealedSecret.isEmpty();
    }

    /** The hashes of every secret that counts now. */
    public List<String> hashesAt(Instant now) {
        return retiring.countsAt(now) && !retiring.hash().isEmpty()
                ? Stream.concat(secretHashes.stream(), Stream.of(retiring.hash()))
                        .toList()
                : secretHashes;
    }

    /** Every sealed secret that counts now. */
    public List<String> sealedAt(Instant now) {
        return Stream.of(sealedSecret, retiring.countsAt(now) ? retiring.sealed() : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "Authentication[" + method.wire() + "]";
    }
}
