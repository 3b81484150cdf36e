package dev.postern.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.container.TestTransactions.Found;
import dev.postern.data.Sql;
import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditTrail;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.EventRecord;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.outgoing.Threads;
import dev.postern.protocol.OAuthRefused;
import jakarta.inject.Inject;
import java.io.File;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What cannot be seen from outside: transactions over JPA and plain statements, and the queue's deliveries. Its tests run in the
 * server, in our own WAR with this class added.
 */
@ExtendWith(ArquillianExtension.class)
class InsideTheServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    TestTransactions transactions;

    @Inject
    EventsQueue queue;

    @Inject
    AuditTrail trail;

    @Inject
    Sql sql;

    @Inject
    Threads threads;

    @Deployment
    static WebArchive our_war_with_this_test() throws URISyntaxException {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File("target/postern.war"))
                .as(WebArchive.class)
                .addClasses(InsideTheServerIT.class, TestTransactions.class, Found.class, EventsQueue.class)
                .addAsLibrary(jarOf(Assertions.class));
    }

    @Test
    void a_transaction_holds_a_record_of_JPA_and_a_plain_row_together() {
        String id = id();

        transactions.write(id);

        assertThat(transactions.find(id)).isEqualTo(Found.BOTH);
    }

    @Test
    void a_failure_leaves_neither_the_record_nor_the_row() {
        String id = id();

        assertThatThrownBy(() -> transactions.writeAndFail(id)).isInstanceOf(IllegalStateException.class);

        assertThat(transactions.find(id)).isEqualTo(Found.NOTHING);
    }

    @Test
    void a_refusal_commits() {
        String id = id();

        assertThatThrownBy(() -> transactions.writeAndRefuse(id)).isInstanceOf(OAuthRefused.class);

        assertThat(transactions.find(id)).isEqualTo(Found.BOTH);
    }

    @Test
    void a_batch_that_is_delivered_twice_is_recorded_once() throws Exception {
        String trace = id().replace("usr_", "");
        EventRecord first = event(trace);
        EventRecord second = event(trace);
        EventRecord last = event(trace);

        queue.send(first, second);
        awaitRows(trace, 2);
        // The third tells when the other two have arrived again.
        queue.send(first, second, last);
        awaitRows(trace, 3);

        assertThat(trail.newest(trace, "", 10))
                .extracting(AuditRow::id)
                .containsExactlyInAnyOrder(first.id(), second.id(), last.id());
        assertThat(sql.first("select 1 from dead_letter", row -> true)).isEmpty();
    }

    /** On Payara a thread has the context of whoever makes it, and not of who asked for the factory. */
    @Test
    void threads_of_a_pool_know_the_application_whoever_gives_them_work() throws Exception {
        ExecutorService pool = threads.pool("test", 1);
        CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
        Thread stranger = new Thread(
                () -> pool.execute(() -> seen.complete(Thread.currentThread().getContextClassLoader())));
        stranger.setContextClassLoader(ClassLoader.getPlatformClassLoader());

        stranger.start();

        assertThat(seen.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).loadClass(Threads.class.getName()))
                .isSameAs(Threads.class);
    }

    private void awaitRows(String trace, int count) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (trail.newest(trace, "", 10).size() < count && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(trail.newest(trace, "", 10)).hasSize(count);
    }

    private static EventRecord event(String trace) {
        return EventRecord.of(
                UUID.randomUUID().toString(),
                Instant.now(),
                new Event.SessionEnded("usr_test", "test", "session", "test"),
                new CurrentRequest("request", trace, "127.0.0.1", "test"));
    }

    private static String id() {
        return "usr_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
