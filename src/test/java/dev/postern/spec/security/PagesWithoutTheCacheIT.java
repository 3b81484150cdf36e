package dev.postern.spec.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testserver.Authorize;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** People's pages while a store is away: an honest page, soon, and everything again afterwards. */
class PagesWithoutTheCacheIT {

    private final TestServer server = TestServer.shared(Mode.PRODUCTION_PARTS);
    private final Browser browser = new Browser(server.issuer());

    @Test
    void without_the_cache_people_are_told_to_come_back() {
        browser.signIn(Authorize.with("web-basic").map(), "alice", "copper lantern at noon");
        Page login = browser.get(browser.authorize(
                        Authorize.with("web-basic").and("prompt", "login").map())
                .location());
        server.parts().redis().stop();
        try {
            isUnavailable(() -> browser.authorize(Authorize.with("web-basic").map()));
            isUnavailable(() -> browser.get(login.uri()));
            isUnavailable(() -> browser.login(login, "alice", "copper lantern at noon"));
            isUnavailable(() -> browser.get("/logout"));
        } finally {
            server.parts().redis().start();
        }
        Page answer = browser.signIn(Authorize.with("web-basic").map(), "alice", "copper lantern at noon");
        assertThat(answer.parameter("code")).isPresent();
    }

    private static void isUnavailable(java.util.function.Supplier<Page> request) {
        Instant before = Instant.now();
        Page page = request.get();

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("1");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<main");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
}
