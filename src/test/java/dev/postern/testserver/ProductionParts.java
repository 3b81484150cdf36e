package dev.postern.testserver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parts that a production installation has around the server, all real. */
public final class ProductionParts {

    private final JdbcAccess database;
    private final RedisServer redis;
    private final Optional<ExternalBroker> broker;
    private final GreenMail mail;

    private ProductionParts(JdbcAccess database, RedisServer redis, Optional<ExternalBroker> broker, GreenMail mail) {
        this.database = database;
        this.redis = redis;
        this.broker = broker;
        this.mail = mail;
    }

    /** @param withBroker whether a broker is needed beside the server, which has none of its own */
    static ProductionParts start(Path directory, boolean withBroker) {
        RedisServer redis = RedisServer.start(directory);
        Optional<ExternalBroker> broker = withBroker ? Optional.of(ExternalBroker.start(directory)) : Optional.empty();
        GreenMail mail = new GreenMail(new ServerSetup(FreePort.find(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new ProductionParts(SharedPostgres.newDatabase(), redis, broker, mail);
    }

    public RedisServer redis() {
        return redis;
    }

    public ExternalBroker broker() {
        return broker.orElseThrow(() -> new IllegalStateException("this server has a broker of its own"));
    }

    /** What arrived by SMTP. */
    public GreenMail mail() {
        return mail;
    }

    JdbcAccess database() {
        return database;
    }

    Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("POSTERN_DATABASE_URL", database.url());
        all.put("POSTERN_DATABASE_USER", database.user());
        all.put("POSTERN_DATABASE_PASSWORD", database.password());
        all.put("POSTERN_REDIS_URL", redis.url());
        broker.ifPresent(running -> all.put("POSTERN_BROKER_URL", running.url()));
        all.put("POSTERN_MAIL_HOST", "127.0.0.1");
        all.put("POSTERN_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()));
        all.put("POSTERN_MAIL_SECURITY", "none");
        return all;
    }

    void stop() {
        mail.stop();
        broker.ifPresent(ExternalBroker::stop);
        redis.stop();
    }
}
