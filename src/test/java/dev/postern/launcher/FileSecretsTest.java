package dev.postern.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("SHOP", "s3cr\"et\\with$1");

    @TempDir
    Path folder;

    private String inClear(String text) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "from a file\n");
        Path file = Files.writeString(folder.resolve("postern.yaml"), text);
        return new FileSecrets(ENVIRONMENT).inClear(file);
    }

    @Test
    void references_become_secrets_where_they_stand() throws IOException {
        assertThat(inClear("  - client_secret_env: SHOP\n    password_file: secret.txt\n"))
                .isEqualTo("  - client_secret: \"s3cr\\\"et\\\\with$1\"\n    password: \"from a file\"\n");
        assertThat(inClear("{\"token_file\": \"secret.txt\", \"name\": \"x\"}"))
                .isEqualTo("{\"token\": \"from a file\", \"name\": \"x\"}\n");
        assertThat(inClear("- { client_id: a, password_file: 'secret.txt' }"))
                .isEqualTo("- { client_id: a, password: \"from a file\" }\n");
    }

    @Test
    void comments_and_other_fields_stay() throws IOException {
        String text = "# client_secret_env: NOWHERE\nclient_name: client_secret\n";
        assertThat(inClear(text)).isEqualTo(text);
    }

    @Test
    void a_reference_to_nothing_stops() {
        assertThatThrownBy(() -> inClear("client_secret_env: NOWHERE"))
                .hasMessageContaining("NOWHERE, which is not set");
        assertThatThrownBy(() -> inClear("password_file: nowhere.txt")).hasMessageContaining("which cannot be read");
    }
}
