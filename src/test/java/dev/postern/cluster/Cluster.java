package dev.postern.cluster;

import dev.postern.benchmark.setup.PostgresCluster;
import dev.postern.testserver.ExternalBroker;
import dev.postern.testserver.JdbcAccess;
import dev.postern.testserver.OAuthClient;
import dev.postern.testserver.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** nginx, two nodes, PostgreSQL that writes to the disk, Redis and ActiveMQ, each a process of its own. The whole run shares one. */
final class Cluster {

    /** How old a sign-in may be for what changes secrets. */
    static final Duration FRESH_SIGN_IN = Duration.ofSeconds(8);

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static Cluster shared;

    private final Path folder;
    private final PostgresCluster postgres;
    private final RedisServer redis;
    private final ExternalBroker broker;
    private final List<Node> nodes;
    private final Nginx nginx;

    private Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.postgres = PostgresCluster.start(folder);
        this.redis = RedisServer.start(folder);
        this.broker = ExternalBroker.start(folder);
        this.nodes = List.of(node("a"), node("b"));
        this.nginx = Nginx.start(folder, nodes);
    }

    /** With both nodes running; they start at the same moment on an empty database. */
    static synchronized Cluster shared() {
        if (shared == null) {
            try {
                shared = new Cluster(Files.createDirectories(
                        Path.of("target", "cluster-" + ProcessHandle.current().pid())
                                .toAbsolutePath()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shared.nodes.forEach(node -> node.launch(program(), shared.settings()));
            shared.nodes.forEach(Node::awaitReady);
        }
        return shared;
    }

    static Path program() {
        return Path.of("target", "postern.jar").toAbsolutePath();
    }

    Path folder() {
        return folder;
    }

    /** Behind it every request goes to the next node. */
    String issuer() {
        return "http://localhost:" + nginx.port();
    }

    Node a() {
        return nodes.get(0);
    }

    Node b() {
        return nodes.get(1);
    }

    List<Node> nodes() {
        return nodes;
    }

    Nginx nginx() {
        return nginx;
    }

    PostgresCluster postgres() {
        return postgres;
    }

    RedisServer redis() {
        return redis;
    }

    ExternalBroker broker() {
        return broker;
    }

    JdbcAccess database() {
        return postgres.database();
    }

    /** A confidential client of the shared set-up file that speaks to nginx. */
    OAuthClient client(String id) {
        return new OAuthClient(issuer(), id, (id + "-secret-0123456789-" + ALPHABET).substring(0, 36));
    }

    private Node node(String name) throws IOException {
        return new Node(Files.createDirectories(folder.resolve("node-" + name)));
    }

    private Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("POSTERN_ISSUER", issuer());
        all.put("POSTERN_MASTER_KEY_FILE", folder.resolve("master.key").toString());
        all.put("POSTERN_TRUSTED_PROXIES", "127.0.0.1");
        all.put(
                "POSTERN_SETUP_FILE",
                Path.of("src/test/resources/setup/test-setup.yaml")
                        .toAbsolutePath()
                        .toString());
        all.put("POSTERN_DATABASE_URL", database().url() + "?loginTimeout=30");
        all.put("POSTERN_DATABASE_USER", database().user());
        all.put("POSTERN_DATABASE_PASSWORD", database().password());
        all.put("POSTERN_REDIS_URL", redis.url());
        all.put("POSTERN_BROKER_URL", broker.url());
        all.put("POSTERN_APP_ENABLED", "true");
        all.put("POSTERN_REPORTING_INTERVAL", "2s");
        all.put("POSTERN_PURGE_INTERVAL", "2s");
        all.put("POSTERN_ADMINISTRATION_FRESH_SIGN_IN", FRESH_SIGN_IN.toSeconds() + "s");
        all.put("POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_CLIENT", "100000");
        all.put("POSTERN_CLIENT_AUTHENTICATION_FAILURES_PER_ADDRESS", "100000");
        all.put("POSTERN_DEVICE_CODE_INTERVAL", "1s");
        all.put("POSTERN_REGISTRATION_ACCESS", "open");
        all.put("POSTERN_REGISTRATION_PER_MINUTE", "100000");
        all.put("POSTERN_OUTGOING_ALLOWED_HOSTS", "127.0.0.1");
        all.put("POSTERN_PRESSURE_MOST", "1000");
        all.put("POSTERN_PRESSURE_LEAST", "1000");
        return all;
    }
}
