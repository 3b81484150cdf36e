package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is missing or wrong when the WAR is deployed is named in one line, and nothing is served. */
class RefusedStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SecondServer server = SecondServer.laid();

    @AfterEach
    void stop() {
        server.close();
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
                        server.directory().resolve("another.key").toString()),
                "Postern did not start: master key version 1 is not the one that this database was made with");
    }

    @OnRunnableJar("the same code reads it everywhere, and another key is refused everywhere")
    @Test
    void a_master_key_that_is_none() throws Exception {
        String file = Files.writeString(server.directory().resolve("spoilt.key"), "a secret of mine\n")
                .toString();
        assertRefused(
                Map.of("POSTERN_MASTER_KEY_FILE", file),
                "Postern did not start: master key file " + file
                        + " (setting postern.master-key-file) must hold lines");
        assertThat(server.log()).doesNotContain("a secret of mine");
    }

    @Test
    void a_database_that_is_not_there() throws Exception {
        boolean ofLauncher = Product.underTest() == Product.RUNNABLE_JAR;
        assertRefused(
                Map.of("POSTERN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/postern"),
                ofLauncher
                        ? "Postern did not start: the database cannot be reached (settings POSTERN_DATABASE_URL,"
                        : "Postern did not start: the database behind the datasource jdbc/postern (setting postern.database-url)");
        assertThat(server.log()).contains("Connection to 127.0.0.1:1 refused");
    }

    @Test
    void a_datasource_that_is_missing() throws Exception {
        assertMissing("jdbc/postern");
    }

    @Test
    void a_queue_that_is_missing() throws Exception {
        assertMissing("jms/postern/events");
    }

    @Test
    void a_connection_factory_that_is_missing() throws Exception {
        assertMissing("jms/postern/factory");
    }

    private void assertMissing(String name) throws Exception {
        rename(name);
        assertRefused(Map.of(), "Postern did not start: the server has no resource " + name + ", which");
        assertThat(server.log()).contains("this server: its guide in server-config");
    }

    /** The launcher of the runnable jar makes datasource and queues itself. */
    private void rename(String name) throws IOException {
        Optional<Path> file = server.configuration();
        assumeTrue(file.isPresent(), "no administrator names datasource and queues here");
        String text = Files.readString(file.get());
        assertThat(text).contains(name);
        Files.writeString(file.get(), text.replace(name, name + ".another"));
    }

    private void assertRefused(Map<String, String> wrong, String line) throws InterruptedException {
        server.start(wrong);
        Instant end = Instant.now().plus(PATIENCE);
        while (!server.log().contains(line) && Instant.now().isBefore(end)) {
            assertNothingIsServed();
            Thread.sleep(200);
        }
        assertThat(server.log()).contains(line);
        Thread.sleep(1_000);
        assertNothingIsServed();
    }

    private void assertNothingIsServed() {
        for (String path : List.of("/status/ready", "/jwks", "/.well-known/openid-configuration", "/login", "/app")) {
            assertThat(Loopback.answers(server.port(), path)).as(path).isFalse();
        }
    }
}
