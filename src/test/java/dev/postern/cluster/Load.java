package dev.postern.cluster;

import dev.postern.spec.console.Console;
import dev.postern.testserver.Browser;
import dev.postern.testserver.Browser.Page;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.OAuthClient.Answer;
import dev.postern.testserver.Parallel;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * People and their application at work behind nginx until they are told to stop: authorize, token, userinfo, refresh, introspection; somebody who
 * signs in anew each time, and an administrator at the console. It keeps what was acknowledged, and what failed.
 */
final class Load {

    private static final int SIGNED_IN = 4;

    /** How many requests are under way at most. */
    static final int PEOPLE = SIGNED_IN + 2;

    private static final String SCOPE = "openid profile orders.read";
    private static final String PASSWORD = "copper lantern at noon";
    private static final int PAUSE_MILLIS = 200;

    private final Cluster cluster;
    private final OAuthClient client;
    private final Queue<String> codes = new ConcurrentLinkedQueue<>();
    private final Queue<String> refreshTokens = new ConcurrentLinkedQueue<>();
    private final Queue<String> recordedRequests = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean stopping;

    private Load(Cluster cluster) {
        this.cluster = cluster;
        this.client = cluster.client("refresh-always");
    }

    /** Returns when everybody has signed in. */
    static Load start(Cluster cluster) {
        Load load = new Load(cluster);
        for (int i = 0; i < SIGNED_IN; i++) {
            Browser browser = new Browser(cluster.issuer());
            browser.signIn(load.client.authorization(SCOPE), "alice", PASSWORD);
            load.send(
                    1, () -> load.code(browser).flatMap(load::tokens).ifPresent(done -> load.rounds.incrementAndGet()));
        }
        load.send(4, () -> load.codeAfterLogin(new Browser(cluster.issuer())).ifPresent(load::tokens));
        Console adam = Console.adam(cluster.issuer());
        String token = adam.token();
        load.send(2, () -> load.administer(adam, token));
        load.people.forEach(Thread::start);
        return load;
    }

    private void send(int pauses, Runnable round) {
        people.add(new Thread(
                () -> {
                    while (!stopping) {
                        round.run();
                        pause(pauses);
                    }
                },
                "person " + people.size()));
    }

    OAuthClient client() {
        return client;
    }

    /** Codes that a browser has received, redeemed or not. */
    List<String> codes() {
        return List.copyOf(codes);
    }

    /** The newest refresh token of each family that was acknowledged as a whole. */
    List<String> refreshTokens() {
        return List.copyOf(refreshTokens);
    }

    /** The ids of acknowledged requests that leave an audit row. */
    List<String> recordedRequests() {
        return List.copyOf(recordedRequests);
    }

    /** Method, path and outcome of each request that was not answered as it should. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    void awaitMoreRounds(int more) {
        int until = rounds.get() + more;
        Parallel.until(() -> rounds.get() >= until);
    }

    void stop() {
        stopping = true;
        for (Thread person : people) {
            try {
                person.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A node that starts needs processor time too. */
    private static void pause(int pauses) {
        try {
            Thread.sleep((long) pauses * PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> code(Browser browser) {
        return authorize(browser).flatMap(this::received);
    }

    private Optional<String> codeAfterLogin(Browser browser) {
        return authorize(browser)
                .flatMap(asked -> shown("GET /login", 200, () -> browser.get(asked.location())))
                .flatMap(login -> shown("POST /interaction/login", 303, () -> browser.login(login, "alice", PASSWORD)))
                .flatMap(sent -> sent.location().toString().startsWith(cluster.issuer())
                        ? shown("GET " + sent.location().getPath(), 303, () -> browser.get(sent.location()))
                        : Optional.of(sent))
                .flatMap(this::received);
    }

    private Optional<Page> authorize(Browser browser) {
        return shown("GET /authorize", 303, () -> browser.authorize(client.authorization(SCOPE)));
    }

    private Optional<String> received(Page page) {
        Optional<String> code = page.parameter("code");
        code.ifPresentOrElse(codes::add, () -> failures.add("GET /authorize 303" + reason(page)));
        return code;
    }

    private void administer(Console adam, String token) {
        shown("GET /console/audit", 200, () -> adam.get("/console/audit"));
        shown(
                "POST /console/language",
                303,
                () -> adam.post("/console/language", Map.of("csrf", token, "language", "en", "page", "/console")));
    }

    private Optional<Page> shown(String what, int status, Supplier<Page> request) {
        try {
            Page page = request.get();
            if (page.status() == status) {
                return Optional.of(page);
            }
            failures.add(what + " " + page.status() + reason(page));
        } catch (UncheckedIOException | AssertionError e) {
            failures.add(what + " " + e);
        }
        return Optional.empty();
    }

    private static String reason(Page page) {
        return " " + page.header("Location") + " "
                + page.body().lines().findFirst().orElse("");
    }

    private Optional<Answer> tokens(String code) {
        return asked("POST /token code", () -> client.redeem(code))
                .filter(this::isRecorded)
                .flatMap(tokens -> asked("GET /userinfo", () -> client.userInfo(tokens.text("access_token")))
                        .flatMap(userInfo ->
                                asked("POST /token refresh", () -> client.refresh(tokens.text("refresh_token")))))
                .filter(this::isRecorded)
                .flatMap(tokens -> {
                    refreshTokens.add(tokens.text("refresh_token"));
                    return asked("POST /introspect", () -> client.introspect(tokens.text("access_token")));
                });
    }

    private boolean isRecorded(Answer answer) {
        return recordedRequests.add(answer.header("X-Request-Id"));
    }

    private Optional<Answer> asked(String what, Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            if (answer.status() == 200) {
                return Optional.of(answer);
            }
            failures.add(what + " " + answer.status() + " " + answer.response().body());
        } catch (UncheckedIOException e) {
            failures.add(what + " " + e);
        }
        return Optional.empty();
    }

    /** Which of the acknowledged requests have no audit row. */
    List<String> withoutAuditRow() {
        List<String> missing = new ArrayList<>(recordedRequests);
        cluster.database().rows("select distinct request_id from audit_event").stream()
                .map(row -> String.valueOf(row.get("request_id")))
                .collect(java.util.stream.Collectors.toCollection(java.util.HashSet::new))
                .forEach(missing::remove);
        return missing;
    }
}
