package dev.postern.spec.queue;

import dev.postern.platform.Digests;
import dev.postern.platform.Traces;
import dev.postern.testserver.Browser;
import dev.postern.testserver.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Sign-ins of test people, and waiting for what they cause. */
final class SignIns {

    private SignIns() {}

    /** Signs somebody in. @return the trace id of the sign-in */
    static String signIn(Browser browser, String username, String password) {
        String state = UUID.randomUUID().toString();
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "web-basic");
        request.put("redirect_uri", "http://127.0.0.1:18081/callback");
        request.put("scope", "openid");
        request.put("state", state);
        request.put("code_challenge", Digests.sha256("a-verifier-that-is-long-enough-for-rfc7636-0123456789"));
        request.put("code_challenge_method", "S256");
        Browser.Page page = browser.signIn(request, username, password);
        if (page.parameter("code").isEmpty()) {
            throw new AssertionError("no code: " + page.status() + " " + page.uri());
        }
        return Traces.ofState(state);
    }

    static long rows(TestServer server, String trace, String type) {
        return server.database()
                .number("select count(*) from audit_event where trace_id = ? and type = ?", trace, type);
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
