package dev.postern.data.database.client;

import java.util.List;

/**
 * How the client proves who it is: exactly one method (RFC 7591 section 2).
 *
 * @param secretHashes keyed hashes of secrets; up to two valid at a time
 * @param sealedSecret the secret itself under the master key, where it is the key of an HMAC; else empty
 * @param algorithm token_endpoint_auth_signing_alg, empty: any that we support
 * @param audience whom its assertions may name
 */
public record Authentication(
        ClientAuthenticationMethod method,
        List<String> secretHashes,
        String sealedSecret,
        String algorithm,
        AssertionAudience audience) {

    /** A method, with nothing registered for it yet. */
    public static Authentication by(ClientAuthenticationMethod method) {
        return new Authentication(method, List.of(), "", "", AssertionAudience.ISSUER);
    }

    public Authentication withSecret(List<String> hashes, String sealed) {
        return new Authentication(method, hashes, sealed, algorithm, audience);
    }

    @Override
    public String toString() {
        return "Authentication[" + method.wire() + "]";
    }
}
