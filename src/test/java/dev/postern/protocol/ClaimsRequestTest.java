package dev.postern.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsRequestTest {

    /** The example of OpenID Connect Core section 5.5. */
    private static final String EXAMPLE = """
            {"userinfo": {
               "given_name": {"essential": true}, "nickname": null, "email": {"essential": true},
               "http://example.info/claims/groups": null },
             "id_token": {
               "auth_time": {"essential": true},
               "acr": {"values": ["urn:mace:incommon:iap:silver"] } }}
            """;

    private static ClaimsRequest parsed(String text) {
        return ClaimsRequest.parse(text).orElseThrow();
    }

    @Test
    void reads_what_is_wished_for_and_how() {
        ClaimsRequest request = parsed(EXAMPLE);

        assertThat(request.userInfo().get("given_name").essential()).isTrue();
        assertThat(request.userInfo().get("nickname").essential()).isFalse();
        assertThat(request.valuesOf("acr")).containsExactly("urn:mace:incommon:iap:silver");
        assertThat(request.names())
                .containsExactly(
                        "given_name", "nickname", "email", "http://example.info/claims/groups", "auth_time", "acr");
    }

    @Test
    void a_wish_is_met_by_one_of_its_values_or_by_any() {
        ClaimsRequest request =
                parsed("{\"userinfo\":{\"a\":{\"value\":7},\"b\":{\"values\":[\"x\",\"y\"]},\"c\":{}}}");

        assertThat(request.userInfo().get("a").isMetBy(7)).isTrue();
        assertThat(request.userInfo().get("a").isMetBy("7")).isFalse();
        assertThat(request.userInfo().get("b").isMetBy("y")).isTrue();
        assertThat(request.userInfo().get("b").isMetBy("z")).isFalse();
        assertThat(request.userInfo().get("c").isMetBy(true)).isTrue();
    }

    @Test
    void ignores_what_it_does_not_understand() {
        assertThat(parsed("{\"verified\":[],\"userinfo\":{\"name\":{\"purpose\":\"x\"}}}")
                        .names())
                .containsExactly("name");
        assertThat(parsed("").names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "7",
                "null",
                "[]",
                "{",
                "{\"userinfo\":null}",
                "{\"userinfo\":\"name\"}",
                "{\"userinfo\":{\"name\":true}}",
                "{\"userinfo\":{\"name\":{\"essential\":\"yes\"}}}",
                "{\"userinfo\":{\"name\":{\"values\":\"x\"}}}",
                "{\"userinfo\":{\"name\":{\"values\":[null]}}}"
            })
    void refuses_another_form(String text) {
        assertThat(ClaimsRequest.parse(text)).isEmpty();
    }

    @Test
    void refuses_more_than_anybody_needs() {
        String many = IntStream.range(0, 51)
                .mapToObj(number -> "\"c" + number + "\":null")
                .collect(Collectors.joining(",", "{\"userinfo\":{", "}}"));
        assertThat(ClaimsRequest.parse(many)).isEmpty();
        assertThat(ClaimsRequest.parse("{\"a\":\"" + "x".repeat(5_000) + "\"}")).isEmpty();
    }
}
