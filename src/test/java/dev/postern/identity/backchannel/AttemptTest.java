package dev.postern.identity.backchannel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.identity.backchannel.Attempt.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Back-Channel Logout section 2.8. */
class AttemptTest {

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED",
        "204, DELIVERED",
        "400, REFUSED",
        "501, REFUSED",
        "302, LATER",
        "404, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER"
    })
    void an_answer_decides_whether_it_is_tried_again(int status, Result result) {
        assertThat(Attempt.of(status).result()).isEqualTo(result);
    }
}
