package dev.postern.platform.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingSourcesTest {

    private static final String KEY = "postern.code.lifetime";

    @TempDir
    Path directory;

    @Test
    void the_environment_wins_over_the_server_which_wins_over_the_file() throws Exception {
        Path file = Files.writeString(directory.resolve("postern.properties"), KEY + "=30s\n");
        Map<String, String> named = Map.of("POSTERN_CONFIG", file.toString());
        Map<String, String> both = Map.of("POSTERN_CONFIG", file.toString(), "POSTERN_CODE_LIFETIME", "10s");

        assertThat(SettingSources.of(both, server("20s")).find(KEY))
                .contains(new EffectiveSetting(KEY, "10s", "environment POSTERN_CODE_LIFETIME"));
        assertThat(SettingSources.of(named, server("20s")).find(KEY))
                .contains(new EffectiveSetting(KEY, "20s", "console"));
        assertThat(SettingSources.of(named, server("")).find(KEY))
                .contains(new EffectiveSetting(KEY, "30s", "file of postern.config"));
        assertThat(SettingSources.of(Map.of(), server("")).find(KEY)).isEmpty();
    }

    @Test
    void a_blank_value_counts_as_not_set() {
        Map<String, String> blank = Map.of("POSTERN_CODE_LIFETIME", " ");

        assertThat(SettingSources.of(blank, server("20s")).find(KEY))
                .map(EffectiveSetting::text)
                .contains("20s");
    }

    @Test
    void nothing_in_a_value_is_expanded() {
        Map<String, String> odd = Map.of("POSTERN_CODE_LIFETIME", "${java.home}$x");

        assertThat(SettingSources.of(odd, server("")).find(KEY))
                .map(EffectiveSetting::text)
                .contains("${java.home}$x");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_what_to_do() {
        Map<String, String> missing =
                Map.of("POSTERN_CONFIG", directory.resolve("nowhere").toString());

        assertThatThrownBy(() -> SettingSources.of(missing, server("")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("POSTERN_CONFIG");
    }

    @Test
    void a_listing_shows_no_secret() {
        assertThat(setting("postern.app.client-secret", "s3cret")).doesNotContain("s3cret");
        assertThat(setting("postern.database-password", "s3cret")).doesNotContain("s3cret");
        assertThat(setting("postern.redis-url", "redis://user:s3cret@cache:6379"))
                .doesNotContain("s3cret")
                .contains("cache:6379");
        assertThat(setting("postern.database-url", "jdbc:postgresql://db/postern?user=a&password=s3cret&ssl=true"))
                .doesNotContain("s3cret")
                .contains("ssl=true");
        assertThat(setting(KEY, "60s")).isEqualTo("postern.code.lifetime = 60s   (console)");
    }

    private static String setting(String key, String text) {
        return new EffectiveSetting(key, text, "console").toString();
    }

    private static Function<String, Optional<EffectiveSetting>> server(String text) {
        return key -> key.equals(KEY) ? Optional.of(new EffectiveSetting(key, text, "console")) : Optional.empty();
    }
}
