package dev.postern.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.protocol.TokenValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerHeaderTest {

    @Test
    void finds_the_token_whatever_the_case_of_the_scheme() {
        assertThat(BearerHeader.token(List.of("bEaReR abc.d-e_f~g+h/i==")))
                .contains(new TokenValue("abc.d-e_f~g+h/i=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "DPoP abc", "Bearerabc", ""})
    void other_schemes_are_no_token(String header) {
        assertThat(BearerHeader.token(List.of(header))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a b",
                "Bearer a,b",
                "Bearer \"a\"",
                "Bearer ä",
                "Bearer =a",
                "Bearer\ta"
            })
    void what_tries_to_be_a_bearer_token_and_is_none_is_an_invalid_request(String header) {
        assertThatThrownBy(() -> BearerHeader.token(List.of(header)))
                .isInstanceOfSatisfying(
                        BearerRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void two_headers_are_an_invalid_request() {
        assertThatThrownBy(() -> BearerHeader.token(List.of("Bearer a", "Bearer a")))
                .isInstanceOf(BearerRefused.class);
    }

    @Test
    void an_oversize_token_is_not_valid() {
        assertThatThrownBy(() -> BearerHeader.token(List.of("Bearer " + "a".repeat(9_000))))
                .isInstanceOfSatisfying(
                        BearerRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void a_challenge_without_a_token_has_no_error_code() {
        assertThat(BearerRefused.noToken().challenge("api")).isEqualTo("Bearer realm=\"api\"");
    }

    @Test
    void a_challenge_for_too_little_scope_names_the_scope() {
        assertThat(BearerRefused.tooLittleScope(dev.postern.protocol.Scope.of("notes.write"))
                        .challenge("api"))
                .contains("error=\"insufficient_scope\"", "scope=\"notes.write\"");
    }
}
