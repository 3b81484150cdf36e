package dev.postern.data.queue;

import dev.postern.picture.Box;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events and notifications into the Message Queue (H16, H22, H25): each becomes one JSON document of a batch. */
@Service
class DurableEvents implements Events {

    private final MessageQueue queue;
    private final Clock clock;
    private final RandomValues random;
    private final Metrics metrics;
    private final HopTrace hopTrace;

    @Inject
    DurableEvents(MessageQueue queue, Clock clock, RandomValues random, Metrics metrics, HopTrace hopTrace) {
        this.queue = queue;
        this.clock = clock;
        this.random = random;
        this.metrics = metrics;
        this.hopTrace = hopTrace;
    }

    @Override
    public void publish(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        List<EventRecord> records = records(events);
        inTime(MessageQueue.EVENTS, records.stream().map(EventRecord::json).toList());
        records.forEach(this::count);
        trace(CurrentRequest.get().traceId(), events);
    }

    @Override
    public void enlist(List<? extends Event> events) {
        List<EventRecord> records = records(events);
        try {
            queue.enlist(
                    MessageQueue.EVENTS, records.stream().map(EventRecord::json).toList());
        } catch (DeliveryFailed e) {
            throw new EventsNotDurable(e);
        }
        records.forEach(this::count);
    }

    private List<EventRecord> records(List<? extends Event> events) {
        CurrentRequest request = CurrentRequest.get();
        Instant now = clock.instant();
        List<EventRecord> records = new ArrayList<>(events.size());
        events.forEach(event -> records.add(EventRecord.of(random.identifier(), now, event, request)));
        return records;
    }

    private void count(EventRecord record) {
        metrics.count("postern_events", "type", record.type(), "outcome", record.outcome());
    }

    /** One hop for each box, with what it told. */
    private void trace(String traceId, List<? extends Event> events) {
        if (traceId.isEmpty()) {
            return;
        }
        Map<Box, List<Event>> byBox = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.statement().from(), LinkedHashMap::new, Collectors.toList()));
        byBox.forEach((box, told) -> hopTrace.passed(
                traceId,
                Hop.H22,
                box,
                Remark.AS_IS,
                told.stream().map(Event::type).collect(Collectors.joining(", "))));
    }

    @Override
    public void notify(Notification notification) {
        inTime(MessageQueue.NOTIFICATIONS, List.of(Json.write(notification)));
    }

    @Override
    public void logOut(List<LogoutNotice> notices) {
        if (!notices.isEmpty()) {
            inTime(MessageQueue.LOGOUTS, notices.stream().map(Json::write).toList());
        }
    }

    private void inTime(String lane, List<String> documents) {
        long start = System.nanoTime();
        try {
            queue.publish(lane, documents);
        } catch (EventsNotDurable e) {
            metrics.count("postern_queue_refused", "queue", lane);
            throw e;
        } finally {
            metrics.time("postern_queue_wait_seconds", Duration.ofNanos(System.nanoTime() - start), "queue", lane);
        }
    }
}
