package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator can get wrong is one line that says what to do, and an exit code. */
@OnRunnableJar("the launcher")
class LauncherRefusalIT {

    @TempDir
    Path directory;

    @Test
    void names_a_busy_port() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(busy.getLocalPort());
            assertThat(refusal(1, Map.of("POSTERN_PORT", port)))
                    .contains("Port " + port)
                    .contains("POSTERN_PORT");
        }
    }

    @Test
    void names_a_data_folder_that_cannot_be_written() throws Exception {
        Path file = Files.createFile(directory.resolve("occupied"));
        assertThat(refusal(1, Map.of("POSTERN_DATA_DIR", file.toString()))).contains("POSTERN_DATA_DIR");
    }

    @Test
    void names_a_setup_file_that_cannot_be_read() throws Exception {
        assertThat(refusal(1, Map.of("POSTERN_SETUP_FILE", "/nowhere/setup.yaml")))
                .contains("POSTERN_SETUP_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11", "16"})
    void names_the_java_that_it_needs(String version) throws Exception {
        String classPath = RunnableJar.built().file() + File.pathSeparator + Path.of("target", "test-classes");
        List<String> command = List.of(ChildProcess.java(), "-cp", classPath, AsOldJava.class.getName(), version);
        assertThat(output(1, Map.of(), Duration.ofSeconds(30), command))
                .singleElement()
                .asString()
                .startsWith("Postern needs Java 17 or newer");
    }

    /** Else an old Java would say UnsupportedClassVersionError. */
    @Test
    void an_old_java_can_run_the_main_class() throws Exception {
        try (JarFile jar = new JarFile(RunnableJar.built().file().toFile())) {
            String name = jar.getManifest().getMainAttributes().getValue("Main-Class");
            try (DataInputStream main =
                    new DataInputStream(jar.getInputStream(jar.getJarEntry(name.replace('.', '/') + ".class")))) {
                assertThat(main.readInt()).isEqualTo(0xCAFEBABE);
                main.readUnsignedShort();
                assertThat(main.readUnsignedShort())
                        .as("class file version of Java 8")
                        .isEqualTo(52);
            }
        }
    }

    @Test
    void names_a_setting_that_makes_no_sense() throws Exception {
        assertThat(refusal(1, Map.of("POSTERN_PORT", "many"))).contains("POSTERN_PORT");
    }

    @Test
    void ends_with_line_and_reason_of_a_set_up_file_that_breaks_a_rule() throws Exception {
        Path file = Files.writeString(directory.resolve("wrong.yaml"), """
                clients:
                  - client_id: shop
                    token_endpoint_auth_method: none
                    redirect_uris: [ "https://*.shop.example/callback" ]
                """);
        List<String> lines = output(1, Map.of("POSTERN_SETUP_FILE", file.toString()), Duration.ofSeconds(150));
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(
                        "Postern did not start: set-up file wrong.yaml, line 4, column 22: clients[0].redirect_uris[0]"
                                + " must not contain a wildcard: it is compared exactly");
    }

    @Test
    void answers_an_unknown_subcommand_with_its_usage() throws Exception {
        assertThat(refusal(2, Map.of(), "frobnicate")).startsWith("Usage:");
    }

    private String refusal(int expectedCode, Map<String, String> settings, String... arguments) throws Exception {
        List<String> lines = output(expectedCode, settings, Duration.ofSeconds(30), arguments);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private List<String> output(int expectedCode, Map<String, String> settings, Duration patience, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(
                List.of(ChildProcess.java(), "-jar", RunnableJar.built().file().toString()));
        command.addAll(List.of(arguments));
        Map<String, String> environment = new HashMap<>();
        environment.put("POSTERN_PORT", Integer.toString(FreePort.find()));
        environment.put("POSTERN_DATA_DIR", directory.resolve("data").toString());
        environment.putAll(settings);
        return output(expectedCode, environment, patience, command);
    }

    private List<String> output(
            int expectedCode, Map<String, String> environment, Duration patience, List<String> command)
            throws Exception {
        Path log = directory.resolve("refusal.log");
        ChildProcess process = ChildProcess.start("postern", log, environment, command);
        assertThat(process.awaitExit(patience)).isEqualTo(expectedCode);
        return Files.readAllLines(log);
    }
}
