package dev.postern.testserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A start that one line refuses and that serves nothing, before that line and after it. */
final class Refusal {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Refusal() {}

    static void expect(SecondServer server, Map<String, String> wrong, String line) throws InterruptedException {
        server.start(wrong);
        Instant end = Instant.now().plus(PATIENCE);
        while (!server.log().contains(line) && Instant.now().isBefore(end)) {
            assertNothingIsServed(server);
            Thread.sleep(200);
        }
        assertThat(server.log()).contains(line);
        Thread.sleep(1_000);
        assertNothingIsServed(server);
    }

    private static void assertNothingIsServed(SecondServer server) {
        for (String path : List.of("/status/ready", "/jwks", "/.well-known/openid-configuration", "/login", "/app")) {
            assertThat(Loopback.answers(server.port(), path)).as(path).isFalse();
        }
    }
}
