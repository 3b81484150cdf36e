package dev.postern.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.CurrentRequest;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RequestIdHandlerTest {

    @Test
    void a_line_carries_the_id_of_its_request() {
        LogRecord line = new LogRecord(Level.INFO, "something happened");
        CurrentRequest.run(new CurrentRequest("req-12345", "", "", ""), () -> new RequestIdHandler().publish(line));
        assertThat(line.getMessage()).isEqualTo("[req-12345] something happened");
    }

    @Test
    void a_line_outside_of_requests_is_left_alone() {
        LogRecord line = new LogRecord(Level.INFO, "started");
        new RequestIdHandler().publish(line);
        assertThat(line.getMessage()).isEqualTo("started");
    }
}
