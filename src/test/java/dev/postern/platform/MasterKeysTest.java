package dev.postern.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

    private static final RandomValues RANDOM = new RandomValues(new SecureRandom());

    @TempDir
    Path folder;

    private MasterKeys keys(Path file) {
        return new MasterKeys(Settings.of(Map.of("postern.master-key-file", file.toString())), RANDOM);
    }

    @Test
    void a_missing_file_is_made_once_for_its_owner_alone() throws Exception {
        Path file = folder.resolve("new").resolve("master.key");
        byte[] derived = keys(file).derive("test", 1);
        assertThat(keys(file).derive("test", 1)).isEqualTo(derived);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "a key\n", "1\n", "x:AAAA\n", "1:AAAA\n", "1:not base64!\n"})
    void a_file_that_holds_no_key_is_refused_with_the_setting_that_names_it(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("master.key"), content);
        assertThatThrownBy(() -> keys(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setting postern.master-key-file")
                .hasMessageContaining("master key file")
                .as("what the file holds may be a secret, and causes are logged")
                .hasNoCause();
    }

    @Test
    void a_file_that_can_neither_be_read_nor_made_is_refused_with_the_setting_that_names_it() throws Exception {
        Path noFolder = Files.createFile(folder.resolve("a-file"));
        for (Path file : List.of(folder, noFolder.resolve("master.key"))) {
            assertThatThrownBy(() -> keys(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("setting postern.master-key-file");
        }
    }
}
