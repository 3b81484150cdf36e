package dev.postern.data.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRecordTest {

    @Test
    void what_the_queue_carries_is_one_line_and_reads_back_whole() {
        EventRecord record = new EventRecord(
                "id",
                Instant.parse("2026-11-20T10:00:00.000001Z"),
                "token_issued",
                "success",
                "usr_\"quoted\"",
                "line\nbreak",
                "",
                "session",
                "::1",
                "Браузер \u0001 \ud83d\ude00",
                "request",
                "trace",
                Map.of("scope", "openid \\ profile"));
        assertThat(record.json()).doesNotContain("\n");
        assertThat(Json.read(record.json(), EventRecord.class)).isEqualTo(record);
        assertThat(Json.readObject(record.json())).isEqualTo(Json.readObject(Json.write(record)));
    }
}
