package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is missing or wrong when the WAR is deployed is named in one line, and nothing is served. */
class RefusedStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation = Product.underTest().installation();
    private final int port = FreePort.find();
    private Path directory;
    private ChildProcess process;

    @BeforeEach
    void layOut() throws IOException {
        Path servers = Files.createDirectories(Path.of("target", "testserver").toAbsolutePath());
        directory = Files.createTempDirectory(servers, "refused-");
        installation.lay(directory, port);
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.stop();
        }
    }

    @Test
    void a_wrong_issuer() throws Exception {
        assertRefused(
                Map.of("POSTERN_ISSUER", "http://login.example.com"),
                "Postern did not start: setting postern.issuer must begin with https://");
    }

    @Test
    void another_master_key_than_the_database_knows() throws Exception {
        assertRefused(
                Map.of(
                        "POSTERN_MASTER_KEY_FILE",
                        directory.resolve("another.key").toString()),
                "Postern did not start: master key version 1 is not the one that this database was made with");
    }

    @Test
    void a_datasource_that_is_missing() throws Exception {
        replaceInConfiguration("java:/jdbc/postern", "java:/jdbc/another");
        assertRefused(Map.of(), "jdbc.postern");
    }

    @Test
    void a_queue_that_is_missing() throws Exception {
        replaceInConfiguration("java:/jms/queue/postern.events", "java:/jms/queue/another");
        assertRefused(Map.of(), "postern.events");
    }

    /** The launcher of the runnable jar makes datasource and queues itself. */
    private void replaceInConfiguration(String name, String another) throws IOException {
        assumeTrue(Product.underTest() == Product.WILDFLY, "only WildFly's configuration is spoilt here");
        Path file = directory.resolve("standalone/configuration/standalone-full.xml");
        Files.writeString(file, Files.readString(file).replace(name, another));
    }

    private void assertRefused(Map<String, String> wrong, String line) throws Exception {
        TestServer running = TestServer.shared(Mode.PRODUCTION_PARTS);
        Map<String, String> settings = new HashMap<>();
        settings.put("POSTERN_PORT", Integer.toString(port));
        settings.put("POSTERN_ISSUER", "http://localhost:" + port);
        settings.put("POSTERN_DATA_DIR", directory.resolve("data").toString());
        settings.put(
                "POSTERN_MASTER_KEY_FILE",
                running.dataDir().resolve("master.key").toString());
        settings.put("POSTERN_REDIS_URL", running.parts().redis().url());
        settings.put("POSTERN_DATABASE_URL", running.database().url());
        settings.put("POSTERN_DATABASE_USER", running.database().user());
        settings.put("POSTERN_DATABASE_PASSWORD", running.database().password());
        settings.putAll(wrong);
        settings.putAll(installation.environment(directory));
        Path log = directory.resolve("server.log");
        process = ChildProcess.start("postern", log, settings, installation.command(directory, port));

        Instant end = Instant.now().plus(PATIENCE);
        while (!Files.readString(log).contains(line) && Instant.now().isBefore(end)) {
            assertThat(Loopback.answersReady(port)).isFalse();
            Thread.sleep(200);
        }
        assertThat(Files.readString(log)).contains(line);
        Thread.sleep(1_000);
        assertThat(Loopback.answersReady(port)).isFalse();
    }
}
