package dev.postern.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.platform.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", "10.1.2.3", "172.31.0.9", "192.168.7.7", "fd00::1"})
    void this_host_and_private_networks_read_the_metrics(String address) {
        assertThat(isShown(address, Map.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.5", "172.32.0.1", "2001:db8::1", "", "localhost"})
    void others_do_not(String address) {
        assertThat(isShown(address, Map.of())).isFalse();
    }

    @Test
    void a_setting_says_who_else_does_and_who_does_not() {
        Map<String, String> settings = Map.of("postern.status.metrics-readers", "203.0.113.0/24");
        assertThat(isShown("203.0.113.5", settings)).isTrue();
        assertThat(isShown("127.0.0.1", settings)).isFalse();
    }

    private static boolean isShown(String address, Map<String, String> settings) {
        StatusResource resource = new StatusResource();
        resource.settings = Settings.of(settings);
        return resource.mayReadMetrics(address);
    }
}
