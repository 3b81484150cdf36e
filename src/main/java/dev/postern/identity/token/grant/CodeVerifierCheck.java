package dev.postern.identity.token.grant;

import dev.postern.platform.Digests;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proof Key for Code Exchange: RFC 7636 sections 4.5 and 4.6, method S256 only.
 *
 * <p>A challenge that was sent is always enforced, and a verifier without a challenge is refused (RFC 9700 section 2.1.1): it means that
 * somebody took the challenge out of the authorization request.
 */
final class CodeVerifierCheck {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private CodeVerifierCheck() {}

    /** What is wrong; empty if nothing is. @param challenge empty if none was sent */
    static Optional<String> problem(String challenge, Optional<String> verifier) {
        if (challenge.isEmpty()) {
            return verifier.isPresent()
                    ? Optional.of("code_verifier without a code_challenge in the authorization request")
                    : Optional.empty();
        }
        if (verifier.isEmpty()) {
            return Optional.of("code_verifier is missing");
        }
        boolean matches =
                VERIFIER.matcher(verifier.get()).matches() && Digests.same(challenge, Digests.sha256(verifier.get()));
        return matches ? Optional.empty() : Optional.of("code_verifier does not match the code_challenge");
    }
}
