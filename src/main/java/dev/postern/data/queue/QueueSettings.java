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
            "postern.queue.send-timeout",
            "700ms",
            "How long the broker may take for a batch before the batch goes to the spill table.");

    public static final Setting<Duration> DRAIN_INTERVAL = Setting.duration(
            "postern.queue.drain-interval",
            "1s",
            "How often the spill table is looked at, to hand over to the broker what waits there.");

    public static final Setting<Duration> BROKER_RETRY = Setting.duration(
            "postern.queue.broker-retry",
            "15s",
            "Longest pause between two attempts to reach a broker that is away; the first pause is half a second.");

    private QueueSettings() {}
}
