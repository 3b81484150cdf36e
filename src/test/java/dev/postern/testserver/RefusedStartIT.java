package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A wrong setting is named in one line when the WAR is deployed, and nothing is served. */
class RefusedStartIT {

    private final SecondServer server = SecondServer.laid();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_wrong_issuer() throws Exception {
        Refusal.expect(
                server,
                Map.of("POSTERN_ISSUER", "http://login.example.com"),
                "Postern did not start: setting postern.issuer must begin with https://");
    }

    @Test
    void another_master_key_than_the_database_knows() throws Exception {
        Refusal.expect(
                server,
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
        Refusal.expect(
                server,
                Map.of("POSTERN_MASTER_KEY_FILE", file),
                "Postern did not start: master key file " + file
                        + " (setting postern.master-key-file) must hold lines");
        assertThat(server.log()).doesNotContain("a secret of mine");
    }

    @Test
    void a_database_that_is_not_there() throws Exception {
        boolean ofLauncher = Product.underTest() == Product.RUNNABLE_JAR;
        Refusal.expect(
                server,
                Map.of("POSTERN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/postern"),
                ofLauncher
                        ? "Postern did not start: the database cannot be reached (settings POSTERN_DATABASE_URL,"
                        : "Postern did not start: the database behind the datasource jdbc/postern (setting postern.database-url)");
        assertThat(server.log()).contains("Connection to 127.0.0.1:1 refused");
    }
}
