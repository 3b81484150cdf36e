package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerTest {

    private static final Path DATA = Path.of("/var/lib/postern");

    @Test
    void without_another_broker_one_is_started_on_the_data_folder() {
        assertThat(Broker.config(Broker.EMBEDDED_URL, DATA))
                .contains("persistent=true", "%2Fvar%2Flib%2Fpostern%2Fbroker");
    }

    @Test
    void with_another_broker_the_value_starts_none_but_is_no_missing_value_either() {
        assertThat(Broker.config("failover:(tcp://broker:61616)", DATA))
                .isBlank()
                .isNotEmpty();
    }
}
