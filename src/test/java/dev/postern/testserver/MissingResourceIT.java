package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A resource that the server does not give is named in one line, with its guide, and nothing is served. */
class MissingResourceIT {

    private final SecondServer server = SecondServer.laid();

    @AfterEach
    void stop() {
        server.close();
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
        Refusal.expect(server, Map.of(), "Postern did not start: the server has no resource " + name + ", which");
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
}
