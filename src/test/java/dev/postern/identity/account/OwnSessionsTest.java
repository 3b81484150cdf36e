package dev.postern.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSessionsTest {

    @ParameterizedTest
    @CsvSource({"203.0.113.7, 203.0.113.*", "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:*", "'', ''", "unknown, unknown"})
    void says_roughly_from_where(String address, String told) {
        assertThat(OwnSessions.roughly(address)).isEqualTo(told);
    }
}
