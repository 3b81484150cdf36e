package dev.postern.testserver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The parts that a production installation has around the server, all real. */
public final class ProductionParts {

    private final EmbeddedPostgres postgres;
    private final RedisServer redis;
    private final ExternalBroker broker;
    private final GreenMail mail;

    private ProductionParts(EmbeddedPostgres postgres, RedisServer redis, ExternalBroker broker, GreenMail mail) {
        this.postgres = postgres;
        this.redis = redis;
        this.broker = broker;
        this.mail = mail;
    }

    static ProductionParts start(Path directory) {
        RedisServer redis = RedisServer.start(directory);
        try {
            // PostgreSQL has one process per connection; the server's pool and the tests share these.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setDataDirectory(Files.createDirectories(directory.resolve("postgres")))
                    .start();
            ExternalBroker broker = ExternalBroker.start(directory);
            GreenMail mail = new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            return new ProductionParts(postgres, redis, broker, mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RedisServer redis() {
        return redis;
    }

    public ExternalBroker broker() {
        return broker;
    }

    /** What arrived by SMTP. */
    public GreenMail mail() {
        return mail;
    }

    JdbcAccess database() {
        return new JdbcAccess(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", "postgres");
    }

    Map<String, String> environment() {
        JdbcAccess database = database();
        return Map.of(
                "POSTERN_DATABASE_URL", database.url(),
                "POSTERN_DATABASE_USER", database.user(),
                "POSTERN_DATABASE_PASSWORD", database.password(),
                "POSTERN_REDIS_URL", redis.url(),
                "POSTERN_BROKER_URL", broker.url(),
                "POSTERN_MAIL_HOST", "127.0.0.1",
                "POSTERN_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()),
                "POSTERN_MAIL_SECURITY", "none");
    }

    void stop() {
        mail.stop();
        broker.stop();
        redis.stop();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
