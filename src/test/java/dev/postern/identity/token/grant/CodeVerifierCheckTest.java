package dev.postern.identity.token.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeVerifierCheckTest {

    // RFC 7636 appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void accepts_the_example_of_the_specification() {
        assertThat(CodeVerifierCheck.problem(CHALLENGE, Optional.of(VERIFIER))).isEmpty();
    }

    @Test
    void rejects_the_challenge_itself_as_verifier() {
        assertThat(CodeVerifierCheck.problem(CHALLENGE, Optional.of(CHALLENGE))).isPresent();
    }

    @Test
    void rejects_a_missing_verifier() {
        assertThat(CodeVerifierCheck.problem(CHALLENGE, Optional.empty())).isPresent();
    }

    @Test
    void rejects_a_verifier_without_a_challenge() {
        assertThat(CodeVerifierCheck.problem("", Optional.of(VERIFIER))).isPresent();
    }

    @Test
    void asks_for_nothing_where_nothing_was_sent() {
        assertThat(CodeVerifierCheck.problem("", Optional.empty())).isEmpty();
    }
}
