package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInClientsTest {

    private static final byte[] FIRST = new byte[32];
    private static final byte[] SECOND =
            "another key of thirty-two bytes!".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void each_client_has_a_secret_of_its_own_that_stays_the_same() {
        BuiltInClients clients = clients(Map.of(1, FIRST), Map.of());
        assertThat(BuiltInClients.ALL.stream().map(clients::secret))
                .doesNotHaveDuplicates()
                .allMatch(s -> s.length() == 43);
        assertThat(clients(Map.of(1, FIRST), Map.of()).secret(BuiltInClients.API))
                .isEqualTo(clients.secret(BuiltInClients.API));
    }

    @Test
    void a_new_master_key_keeps_the_secret_before_valid() {
        String before = clients(Map.of(1, FIRST), Map.of()).secret(BuiltInClients.APP);
        BuiltInClients rotated = clients(Map.of(1, FIRST, 2, SECOND), Map.of());
        assertThat(rotated.secret(BuiltInClients.APP)).isNotEqualTo(before);
        assertThat(rotated.acceptedSecrets(BuiltInClients.APP))
                .containsExactly(rotated.secret(BuiltInClients.APP), before);
    }

    @Test
    void the_app_is_there_in_the_demo_and_where_it_is_asked_for() {
        assertThat(clients(Map.of(1, FIRST), Map.of()).appEnabled()).isFalse();
        assertThat(clients(Map.of(1, FIRST), Map.of("postern.demo", "true")).appEnabled())
                .isTrue();
        assertThat(clients(Map.of(1, FIRST), Map.of("postern.demo", "true", "postern.app.enabled", "false"))
                        .appEnabled())
                .isFalse();
    }

    private static BuiltInClients clients(Map<Integer, byte[]> keys, Map<String, String> settings) {
        return new BuiltInClients(Settings.of(settings), new Issuer("https://id.example", ""), new MasterKeys(keys));
    }
}
