package dev.postern.data.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.platform.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Circuit circuit = new Circuit(Clock.systemUTC(), Duration.ofSeconds(10));
    private final List<Batch> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Batch> direct = Collections.synchronizedList(new ArrayList<>());
    private final Circuit brokerCircuit = new Circuit(Clock.systemUTC(), Duration.ofSeconds(10));
    private final AtomicInteger ids = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_hundred_concurrent_publishers_share_few_sends() throws Exception {
        GroupCommit commit = running(this::slowBroker);
        publishConcurrently(commit, 100);
        assertThat(documents(sent)).hasSize(100).doesNotHaveDuplicates();
        assertThat(sent.size()).isLessThan(20);
    }

    @Test
    void a_batch_is_bounded() throws Exception {
        GroupCommit commit = new GroupCommit("q", this::slowBroker, this::id, 10, 1_000, Duration.ZERO);
        threads.execute(commit);
        publishConcurrently(commit, 100);
        assertThat(sent).allSatisfy(batch -> assertThat(batch.records()).isLessThanOrEqualTo(10));
    }

    @Test
    void what_the_journal_refuses_goes_to_the_broker_and_the_journal_is_left_alone_then() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        GroupCommit commit = running(durable(
                batch -> {
                    attempts.incrementAndGet();
                    throw new DeliveryFailed("away", new IllegalStateException());
                },
                direct::add));
        publishConcurrently(commit, 50);
        assertThat(documents(direct)).hasSize(50).doesNotHaveDuplicates();
        assertThat(attempts).hasValue(1);
        assertThat(sent).isEmpty();
    }

    @Test
    void what_the_journal_took_is_handed_on_and_not_sent_directly() throws Exception {
        GroupCommit commit = running(durable(batch -> {}, direct::add));
        publishConcurrently(commit, 10);
        assertThat(documents(sent)).hasSize(10);
        assertThat(direct).isEmpty();
    }

    @Test
    void with_the_journal_away_a_broker_that_is_known_to_be_away_is_not_waited_for() {
        brokerCircuit.failed();
        GroupCommit commit = running(durable(
                batch -> {
                    throw new DeliveryFailed("away");
                },
                direct::add));
        assertThatThrownBy(() -> commit.publish(List.of("e"), LONG)).isInstanceOf(EventsNotDurable.class);
        assertThat(direct).isEmpty();
    }

    @Test
    void between_two_writes_there_is_a_pause_but_not_before_the_first() {
        GroupCommit commit = new GroupCommit("q", sent::add, this::id, 10, 10, Duration.ofHours(1));
        threads.execute(commit);
        commit.publish(List.of("first"), LONG);
        assertThatThrownBy(() -> commit.publish(List.of("second"), SHORT)).isInstanceOf(EventsNotDurable.class);
        assertThat(documents(sent)).containsExactly("first");
    }

    @Test
    void if_neither_takes_it_every_waiter_learns_it() throws Exception {
        BatchSink away = batch -> {
            throw new DeliveryFailed("away", new IllegalStateException());
        };
        GroupCommit commit = running(durable(away, away));
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(threads.submit(() ->
                    assertThatThrownBy(() -> commit.publish(List.of("e"), LONG)).isInstanceOf(EventsNotDurable.class)));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    @Test
    void a_publisher_waits_no_longer_than_it_may() {
        CountDownLatch never = new CountDownLatch(1);
        GroupCommit commit = new GroupCommit(
                "q",
                batch -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                this::id,
                10,
                10,
                Duration.ZERO);
        threads.execute(commit);
        long start = System.nanoTime();
        assertThatThrownBy(() -> commit.publish(List.of("e"), SHORT)).isInstanceOf(EventsNotDurable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_full_intake_refuses_at_once() {
        GroupCommit commit = new GroupCommit("q", sent::add, this::id, 10, 1, Duration.ZERO);
        threads.execute(() -> assertThatThrownBy(() -> commit.publish(List.of("e"), SHORT)));
        while (commit.depth() == 0) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> commit.publish(List.of("f"), LONG))
                .isInstanceOf(EventsNotDurable.class)
                .hasRootCauseMessage("too many are waiting");
    }

    @Test
    void stopping_flushes_who_waits_and_refuses_who_comes() throws Exception {
        GroupCommit commit = running(this::slowBroker);
        Future<?> waiting = threads.submit(() -> commit.publish(List.of("last"), LONG));
        while (sent.isEmpty() && commit.depth() == 0) {
            Thread.onSpinWait();
        }
        commit.stop();
        waiting.get();
        assertThat(documents(sent)).containsExactly("last");
        assertThatThrownBy(() -> commit.publish(List.of("late"), LONG)).isInstanceOf(EventsNotDurable.class);
    }

    private void slowBroker(Batch batch) {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sent.add(batch);
    }

    private GroupCommit running(BatchSink sink) {
        GroupCommit commit = new GroupCommit("q", sink, this::id, 500, 1_000, Duration.ZERO);
        threads.execute(commit);
        return commit;
    }

    private BatchSink durable(BatchSink journal, BatchSink broker) {
        return new DurableSink(journal, circuit, broker, brokerCircuit, sent::add, new Metrics());
    }

    private String id() {
        return "b" + ids.incrementAndGet();
    }

    private void publishConcurrently(GroupCommit commit, int publishers) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
            String document = "e" + i;
            all.add(threads.submit(() -> commit.publish(List.of(document), LONG)));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    private static List<String> documents(List<Batch> batches) {
        return batches.stream().flatMap(batch -> batch.payload().lines()).toList();
    }
}
