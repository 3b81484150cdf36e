package dev.postern.data.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.data.EmptyDatabase;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Settings;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.activemq.command.ActiveMQQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageQueueTest {

    @TempDir
    Path folder;

    private final EmptyDatabase database = new EmptyDatabase();
    private final AtomicBoolean leaseIsFree = new AtomicBoolean(true);
    private TestBroker broker;
    private MessageQueue queue;

    @BeforeEach
    void start() {
        broker = new TestBroker(folder);
        queue = queue(broker.connections());
    }

    @AfterEach
    void stop() {
        queue.stop();
        broker.close();
        database.close();
    }

    @Test
    void two_hundred_concurrent_events_all_arrive() throws Exception {
        publishConcurrently(0, 200);
        assertThat(received(200)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void while_the_broker_is_away_events_wait_in_the_journal_and_they_arrive_when_it_is_back() throws Exception {
        publishConcurrently(0, 50);
        waitUntilDrained();
        broker.stop();
        publishConcurrently(50, 100);
        waitUntil(() -> !queue.state().brokerUp());
        assertThat(database.sql().first("select count(*) from queue_journal", row -> row.getInt(1)))
                .hasValueSatisfying(count -> assertThat(count).isPositive());

        broker.start();
        publishConcurrently(100, 120);
        waitUntilDrained();
        waitUntil(() -> queue.state().brokerUp());
        assertThat(received(120))
                .contains("e0", "e49", "e50", "e99", "e100", "e119")
                .hasSize(120);
    }

    @Test
    void a_broker_that_hangs_keeps_nobody_waiting_and_costs_no_event() throws Exception {
        queue.stop();
        queue = queue(
                broker.patientConnections(),
                Map.of("postern.queue.drain-interval", "50ms", "postern.queue.publish-timeout", "1h"));
        publishConcurrently(0, 10);
        broker.stop();
        publishConcurrently(10, 60); // would not return before the broker is back
        broker.start();
        waitUntilDrained();
        assertThat(received(60)).contains("e0", "e10", "e39", "e59");
    }

    @Test
    void a_request_waits_no_longer_than_it_may() {
        queueWithoutJournalAndWithHangingBroker();
        CurrentRequest.run(
                new CurrentRequest("request", "", "", ""),
                () -> assertThatThrownBy(() -> queue.publish(MessageQueue.EVENTS, List.of("e")))
                        .isInstanceOf(EventsNotDurable.class)
                        .hasCauseInstanceOf(TimeoutException.class));
        broker.start();
    }

    @Test
    void with_the_journal_away_events_go_to_the_broker_directly() throws Exception {
        queue.stop();
        database.sql().update("drop table queue_journal");
        queue = queue(broker.connections(), Map.of("postern.queue.send-timeout", "20s"));
        publishConcurrently(0, 20);
        assertThat(received(20)).hasSize(20).doesNotHaveDuplicates();
    }

    /** A request may wait for a tenth of the time that passes until the broker is given up. */
    private void queueWithoutJournalAndWithHangingBroker() {
        queue.stop();
        broker.stop();
        database.sql().update("drop table queue_journal");
        queue = queue(
                broker.patientConnections(),
                Map.of("postern.queue.publish-timeout", "70ms", "postern.queue.drain-interval", "1h"));
    }

    @Test
    void many_small_batches_become_few_messages() throws Exception {
        queue.stop();
        queue = queue(broker.connections(), Map.of("postern.queue.relay-interval", "2s"));
        for (int i = 0; i < 30; i++) {
            queue.publish(MessageQueue.EVENTS, List.of("e" + i));
        }
        waitUntilDrained();
        assertThat(messages()).isLessThan(10);
    }

    @Test
    void with_broker_and_database_away_nothing_is_called_durable() {
        broker.stop();
        database.sql().update("drop table queue_journal");
        assertThatThrownBy(() -> queue.publish(MessageQueue.EVENTS, List.of("e")))
                .isInstanceOf(EventsNotDurable.class);
        broker.start();
    }

    @Test
    void what_the_journal_had_before_a_restart_arrives_after_it() throws Exception {
        broker.stop();
        publishConcurrently(0, 5);
        queue.stop();
        broker.start();
        queue = queue(broker.connections());
        waitUntilDrained();
        assertThat(received(5)).hasSize(5);
    }

    @Test
    void what_a_dead_node_left_is_sent_by_who_has_the_lease() throws Exception {
        Journal ofDeadNode = new Journal(database.sql(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-1)));
        leaseIsFree.set(false);
        ofDeadNode.deliver(Batch.of("left", MessageQueue.EVENTS, List.of("e0", "e1")));
        waitUntil(() -> queue.state().journal() == 1);
        queue.publish(MessageQueue.EVENTS, List.of("own"));
        assertThat(received(1)).containsExactly("own");

        leaseIsFree.set(true);
        waitUntilDrained();
        assertThat(received(2)).containsExactly("e0", "e1");
    }

    private MessageQueue queue(ConnectionFactory factory) {
        return queue(
                factory,
                Map.of(
                        "postern.queue.drain-interval", "50ms",
                        "postern.queue.relay-interval", "10ms",
                        // A message that a busy broker takes too late would be sent again, and arrive twice.
                        "postern.queue.send-timeout", "20s"));
    }

    private MessageQueue queue(ConnectionFactory factory, Map<String, String> values) {
        Settings settings = Settings.of(values);
        return new MessageQueue(
                factory,
                Map.of(MessageQueue.EVENTS, new ActiveMQQueue(MessageQueue.EVENTS)),
                Executors.defaultThreadFactory(),
                new Journal(database.sql(), Clock.systemUTC()),
                (name, duration) -> leaseIsFree.get(),
                settings,
                new Metrics(),
                Clock.systemUTC(),
                new RandomValues(new SecureRandom()));
    }

    private void publishConcurrently(int from, int until) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<?>> all = new ArrayList<>();
        for (int i = from; i < until; i++) {
            String document = "e" + i;
            all.add(threads.submit(() -> queue.publish(MessageQueue.EVENTS, List.of(document))));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
    }

    private void waitUntilDrained() throws InterruptedException {
        waitUntil(() -> new Journal(database.sql(), Clock.systemUTC()).count() == 0);
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private int messages() throws Exception {
        int messages = 0;
        try (Connection connection = broker.connections().createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(new ActiveMQQueue(MessageQueue.EVENTS));
            while (consumer.receive(2_000) != null) {
                messages++;
            }
        }
        return messages;
    }

    private List<String> received(int atLeast) throws Exception {
        List<String> documents = new ArrayList<>();
        try (Connection connection = broker.connections().createConnection()) {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(new ActiveMQQueue(MessageQueue.EVENTS));
            while (documents.size() < atLeast && consumer.receive(5_000) instanceof TextMessage message) {
                message.getText().lines().forEach(documents::add);
            }
        }
        return documents;
    }
}
