package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListSettingsTest {

    @TempDir
    Path folder;

    private final Properties system = new Properties();

    @Test
    void the_environment_wins_over_a_system_property() {
        system.setProperty("postern.port", "1111");

        assertThat(LauncherSettings.read(system, Map.of()).port()).isEqualTo(1111);
        assertThat(LauncherSettings.read(system, Map.of("POSTERN_PORT", "2222")).port())
                .isEqualTo(2222);
    }

    @Test
    void every_setting_is_listed_with_its_value_and_where_it_comes_from() {
        system.setProperty("postern.code.lifetime", "30s");

        assertThat(listing(Map.of("POSTERN_PORT", "2222")))
                .contains(
                        "postern.port = 2222   (environment POSTERN_PORT)\n",
                        "postern.issuer = http://localhost:2222   (default)\n",
                        "postern.code.lifetime = 30s   (system property)\n",
                        "postern.demo = false   (default)\n");
    }

    @Test
    void a_system_property_wins_over_the_file_of_settings() throws Exception {
        Path file = Files.writeString(
                folder.resolve("postern.properties"), "postern.code.lifetime = 20s\npostern.purge.batch = 7\n");
        system.setProperty("postern.code.lifetime", "30s");

        assertThat(listing(Map.of("POSTERN_CONFIG", file.toString())))
                .contains(
                        "postern.code.lifetime = 30s   (system property)\n",
                        "postern.purge.batch = 7   (file of postern.config)\n");
    }

    @Test
    void no_secret_is_listed() {
        assertThat(listing(Map.of("POSTERN_DATABASE_PASSWORD", "s3cret", "POSTERN_APP_CLIENT_SECRET", "s3cret")))
                .contains("postern.database-password = ***", "postern.app.client-secret = ***")
                .doesNotContain("s3cret");
    }

    private String listing(Map<String, String> environment) {
        return new ListSettings(
                        LauncherSettings.sources(system, environment), LauncherSettings.read(system, environment))
                .text();
    }
}
