package dev.postern.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import dev.postern.testserver.Authorize;
import dev.postern.testserver.DebianPackages;
import dev.postern.testserver.Mode;
import dev.postern.testserver.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Chromium is held to our Content-Security-Policy, and still gets back to a client on another origin. */
class FormActionIT {

    private static final String CALLBACK = "http://localhost:18084/callback";

    private final TestServer server = TestServer.shared(Mode.EMBEDDED);
    private HttpServer client;

    @BeforeEach
    void start_the_client_on_its_own_origin() throws IOException {
        client = HttpServer.create(new InetSocketAddress("localhost", 18084), 0);
        client.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>client</title><p id=back>back</p>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        client.start();
    }

    @AfterEach
    void stop_the_client() {
        client.stop(0);
    }

    @Test
    void login_and_consent_lead_back_to_a_client_on_another_origin() {
        try (Playwright playwright = Playwright.create();
                Browser chromium = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(DebianPackages.CHROMIUM.require())
                                .setArgs(List.of("--no-sandbox")))) {
            Page page = chromium.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));

            page.navigate(authorize("consent"));
            signIn(page);
            page.waitForURL("**/consent?interaction=*");
            page.locator("button[value=allow]").click();
            page.waitForURL(CALLBACK + "?code=*");
            assertThat(page.locator("#back").textContent()).isEqualTo("back");

            page.navigate(authorize("login"));
            signIn(page);
            page.waitForURL(CALLBACK + "?code=*");

            assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
        }
    }

    private static void signIn(Page page) {
        page.locator("input[name=username]").fill("alice");
        page.locator("input[name=password]").fill("copper lantern at noon");
        page.locator("button").click();
    }

    private String authorize(String prompt) {
        return server.issuer() + "/authorize?"
                + dev.postern.testserver.Browser.form(Authorize.with("web-elsewhere")
                        .and("redirect_uri", CALLBACK)
                        .and("prompt", prompt)
                        .map());
    }
}
