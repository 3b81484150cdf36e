package dev.postern.data.queue;

import dev.postern.data.Leases;
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

/** The Message Queue (B11): one group commit per destination into the journal, and the relay that takes what is there to the broker. */
@Service
public class MessageQueue {

    /** The queue of audit events. */
    public static final String EVENTS = "postern.events";

    /** The queue of notifications. */
    public static final String NOTIFICATIONS = "postern.notifications";

    /** The queue of logouts that applications are to be told. */
    public static final String LOGOUTS = "postern.logouts";

    /** For whom nobody waits, such as a start on a busy machine. */
    private static final Duration UNHURRIED = Duration.ofSeconds(30);

    private static final int STOP_SECONDS = 5;

    private final Duration requestTimeout;
    private final Journal journal;
    private final RandomValues random;
    private final int batchRecords;
    private final int mostWaiting;
    private final Circuit circuit;
    private final Map<String, TimedBroker> brokers = new LinkedHashMap<>();
    private final Map<String, GroupCommit> lanes = new LinkedHashMap<>();
    private final Relay relay;
    private final ExecutorService sending;
    private final ExecutorService working;

    @Inject
    MessageQueue(
            ServerBroker server,
            Journal journal,
            Leases leases,
            Settings settings,
            Metrics metrics,
            Clock clock,
            RandomValues random) {
        this(
                server.factory,
                Map.of(EVENTS, server.events, NOTIFICATIONS, server.notifications, LOGOUTS, server.logouts),
                server.threads,
                journal,
                leases,
                settings,
                metrics,
                clock,
                random);
    }

    MessageQueue(
            ConnectionFactory factory,
            Map<String, Queue> queues,
            ThreadFactory threads,
            Journal journal,
            Leases leases,
            Settings settings,
            Metrics metrics,
            Clock clock,
            RandomValues random) {
        this.journal = journal;
        this.random = random;
        batchRecords = settings.get(QueueSettings.BATCH_RECORDS);
        mostWaiting = settings.get(QueueSettings.MAX_WAITING);
        requestTimeout = settings.get(QueueSettings.PUBLISH_TIMEOUT);
        circuit = new Circuit(clock, settings.get(QueueSettings.BROKER_RETRY));
        sending = Executors.newCachedThreadPool(threads);
        working = Executors.newCachedThreadPool(threads);
        queues.forEach((name, queue) -> {
            TimedBroker broker = new TimedBroker(
                    () -> new BrokerLink(factory, queue), sending, settings.get(QueueSettings.SEND_TIMEOUT));
            brokers.put(name, broker);
        });
        relay = new Relay(
                journal,
                brokers,
                circuit,
                leases,
                settings.get(QueueSettings.BATCH_RECORDS),
                settings.get(QueueSettings.RELAY_INTERVAL),
                settings.get(QueueSettings.DRAIN_INTERVAL));
        Circuit database = new Circuit(clock, settings.get(QueueSettings.BROKER_RETRY));
        brokers.forEach((name, broker) -> {
            BatchSink sink = new DurableSink(journal, database, broker, circuit, relay::remember, metrics);
            lanes.put(name, lane(name, sink, settings, random));
        });
        metrics.gauge("postern_queue_waiting", () -> state().waiting());
        metrics.gauge("postern_queue_journal", () -> state().journal());
        metrics.gauge("postern_queue_broker_up", () -> state().brokerUp() ? 1 : 0);
        lanes.values().forEach(working::execute);
        working.execute(relay);
    }

    private static GroupCommit lane(String name, BatchSink sink, Settings settings, RandomValues random) {
        return new GroupCommit(
                name,
                sink,
                random::identifier,
                settings.get(QueueSettings.BATCH_RECORDS),
                settings.get(QueueSettings.MAX_WAITING),
                settings.get(QueueSettings.COMMIT_INTERVAL));
    }

    /** Returns when the documents are durable. @throws EventsNotDurable if they are not in time */
    void publish(String queue, List<String> documents) {
        GroupCommit lane = lanes.get(queue);
        if (lane == null) {
            throw new IllegalArgumentException("there is no queue " + queue);
        }
        lane.publish(documents, CurrentRequest.get().isAwaited() ? requestTimeout : UNHURRIED);
    }

    /**
     * Writes the documents into the journal within the caller's transaction. The relay finds them there when it has committed, as it
     * finds what a node left that is gone.
     *
     * @throws DeliveryFailed if the database does not take them
     */
    void enlist(String queue, List<String> documents) {
        for (int from = 0; from < documents.size(); from += batchRecords) {
            int to = Math.min(documents.size(), from + batchRecords);
            journal.deliver(Batch.of(random.identifier(), queue, documents.subList(from, to)));
        }
    }

    public QueueState state() {
        return new QueueState(
                lanes.values().stream().mapToInt(GroupCommit::depth).sum(),
                mostWaiting,
                relay.waiting(),
                circuit.isUp());
    }

    /** Makes the server create this bean at start, so that what the journal had before a restart is sent although nobody publishes. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** Lets go whoever waits, flushed; then closes the connections. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stop();
    }

    void stop() {
        lanes.values().forEach(GroupCommit::stop);
        relay.stop();
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
