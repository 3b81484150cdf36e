package dev.postern.testserver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for the whole test run: each server has a database of its own in it, and nobody takes it away. */
final class SharedPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres running;

    private SharedPostgres() {}

    /** An empty one. */
    static synchronized JdbcAccess newDatabase() {
        int port = running().getPort();
        String name = "postern_" + DATABASES.incrementAndGet();
        access(port, "postgres").update("create database " + name);
        return access(port, name);
    }

    private static JdbcAccess access(int port, String name) {
        return new JdbcAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", "postgres");
    }

    private static EmbeddedPostgres running() {
        if (running == null) {
            try {
                // One process per connection; the pools of several servers at once share these with the tests.
                running = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }
}
