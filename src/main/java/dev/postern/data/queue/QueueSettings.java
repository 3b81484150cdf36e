package dev.postern.data.queue;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the Message Queue (B11). */
public final class QueueSettings {

    public static final Setting<Integer> BATCH_RECORDS = Setting.count(
            "postern.queue.batch-records", 500, "At most so many events travel in one message to the broker.");

    public static final Setting<Integer> MAX_WAITING = Setting.count(
            "postern.queue.max-waiting",
            10_000,
            "At most so many requests wait for their events to become durable; more are answered 503.");

    public static final Setting<Duration> PUBLISH_TIMEOUT = Setting.duration(
            "postern.queue.publish-timeout",
            "1800ms",
            "How long a request waits in all for its events to become durable, before it is answered 503.");

    public static final Setting<Duration> SEND_TIMEOUT = Setting.duration(
            "postern.queue.send-timeout", "5s", "How long the broker may take for a message before it counts as away.");

    public static final Setting<Duration> COMMIT_INTERVAL = Setting.duration(
            "postern.queue.commit-interval",
            "2ms",
            "Least time between two writes to the journal: the busier the server, the more requests share a write.");

    public static final Setting<Duration> RELAY_INTERVAL = Setting.duration(
            "postern.queue.relay-interval",
            "100ms",
            "How long events gather in the journal before they are sent to the broker together.");

    public static final Setting<Duration> DRAIN_INTERVAL = Setting.duration(
            "postern.queue.drain-interval",
            "1s",
            "How often the journal is looked at, for what a broker or a node that was away has left there.");

    public static final Setting<Duration> BROKER_RETRY = Setting.duration(
            "postern.queue.broker-retry",
            "15s",
            "Longest pause between two attempts to reach a broker, or a journal, that is away; the first pause is half a second.");

    private QueueSettings() {}
}
