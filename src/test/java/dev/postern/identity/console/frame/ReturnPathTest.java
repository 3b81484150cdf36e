package dev.postern.identity.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/console/scopes", "/console/client?id=https%3A%2F%2Fa&notice=saved"})
    void pages_of_the_console_are_kept(String page) {
        assertThat(ReturnPath.of(page).value()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/console",
                "//evil.example",
                "/console//evil.example",
                "/console/../logout",
                "/consoles",
                "/console/a/b",
                "/console\\@evil.example",
                "/console?a=\r\nSet-Cookie: x",
                "/account"
            })
    void everything_else_is_the_overview(String page) {
        assertThat(ReturnPath.of(page)).isEqualTo(ReturnPath.HOME);
    }

    @org.junit.jupiter.api.Test
    void an_endless_one_too() {
        assertThat(ReturnPath.of("/console?q=" + "a".repeat(3_000))).isEqualTo(ReturnPath.HOME);
    }
}
