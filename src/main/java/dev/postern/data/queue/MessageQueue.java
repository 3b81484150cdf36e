package dev.postern.data.queue;

import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The Message Queue (B11): one group commit per destination, the broker behind them, the spill table behind the broker. */
@Service
public class MessageQueue {

    /** The queue of audit events. */
    public static final String EVENTS = "postern.events";

    /** The queue of notifications. */
    public static final String NOTIFICATIONS = "postern.notifications";

    /** For whom nobody waits, such as a start on a busy machine. */
    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    private static final int STOP_SECONDS = 5;

    private final Duration requestTimeout;
    private final Circuit circuit;
    private final Map<String, TimedBroker> brokers = new LinkedHashMap<>();
    private final Map<String, GroupCommit> lanes = new LinkedHashMap<>();
    private final SpillDrain drain;
    private final ExecutorService sending;
    private final ExecutorService working;

    @Inject
    MessageQueue(
            ServerBroker server,
            SpillTable spill,
            Settings settings,
            Metrics metrics,
            Clock clock,
            RandomValues random) {
        this(
                server.factory,
                Map.of(EVENTS, server.events, NOTIFICATIONS, server.notifications),
                server.threads,
                spill,
                settings,
                metrics,
                clock,
                random);
    }

    MessageQueue(
            ConnectionFactory factory,
            Map<String, Queue> queues,
            ThreadFactory threads,
            SpillTable spill,
            Settings settings,
            Metrics metrics,
            Clock clock,
            RandomValues random) {
        requestTimeout = settings.get(QueueSettings.PUBLISH_TIMEOUT);
        circuit = new Circuit(clock, settings.get(QueueSettings.BROKER_RETRY));
        sending = Executors.newCachedThreadPool(threads);
        working = Executors.newCachedThreadPool(threads);
        queues.forEach((name, queue) -> {
            TimedBroker broker = new TimedBroker(
                    () -> new BrokerLink(factory, queue), sending, settings.get(QueueSettings.SEND_TIMEOUT));
            brokers.put(name, broker);
            lanes.put(name, lane(name, new DurableSink(broker, spill, circuit, metrics), settings, random));
        });
        drain = new SpillDrain(spill, brokers, circuit, settings.get(QueueSettings.DRAIN_INTERVAL));
        metrics.gauge("postern_queue_waiting", () -> state().waiting());
        metrics.gauge("postern_queue_spilled", () -> state().spilled());
        metrics.gauge("postern_queue_broker_up", () -> state().brokerUp() ? 1 : 0);
        lanes.values().forEach(working::execute);
        working.execute(drain);
    }

    private static GroupCommit lane(String name, BatchSink sink, Settings settings, RandomValues random) {
        return new GroupCommit(
                name,
                sink,
                random::identifier,
                settings.get(QueueSettings.BATCH_RECORDS),
                settings.get(QueueSettings.MAX_WAITING));
    }

    /** Returns when the documents are durable. @throws EventsNotDurable if they are not in time */
    void publish(String queue, List<String> documents) {
        GroupCommit lane = lanes.get(queue);
        if (lane == null) {
            throw new IllegalArgumentException("there is no queue " + queue);
        }
        lane.publish(documents, CurrentRequest.get().isAwaited() ? requestTimeout : UNHURRIED);
    }

    public QueueState state() {
        return new QueueState(
                lanes.values().stream().mapToInt(GroupCommit::depth).sum(), drain.spilled(), circuit.isUp());
    }

    /** Makes the server create this bean at start, so that what was spilled before a restart drains although nobody publishes. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** Lets go whoever waits, flushed; then closes the connections. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    void stop() {
        lanes.values().forEach(GroupCommit::stop);
        drain.stop();
        working.shutdown();
        try {
            if (!working.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                working.shutdownNow();
            }
        } catch (InterruptedException e) {
            working.shutdownNow();
            Thread.currentThread().interrupt();
        }
        try {
            brokers.values().forEach(TimedBroker::close);
        } catch (DeliveryFailed e) {
            // a broker that is away needs no good-bye
        }
        sending.shutdownNow();
    }
}
