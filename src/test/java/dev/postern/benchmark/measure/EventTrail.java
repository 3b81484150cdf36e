package dev.postern.benchmark.measure;

import dev.postern.benchmark.load.HttpConnection;
import dev.postern.benchmark.setup.Target;
import java.time.Duration;

/** Waits until every event that the server published is a row of the audit trail: its metrics say both. */
public final class EventTrail {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 100;

    private final Target target;

    public EventTrail(Target target) {
        this.target = target;
    }

    /** @param published and recorded since the server started */
    public record State(double published, double recorded) {
        boolean isDrained() {
            return recorded >= published;
        }
    }

    public State awaitDrained() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpConnection connection = new HttpConnection(target.address())) {
            State state = read(connection);
            while (!state.isDrained()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the queue was not drained within " + PATIENCE + ": " + state);
                }
                Thread.sleep(PAUSE_MILLIS);
                state = read(connection);
            }
            return state;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private State read(HttpConnection connection) {
        String metrics = connection
                .exchange(target.get("/status/metrics", ""))
                .expect(200)
                .body();
        return new State(
                sum(metrics, "postern_events_total"),
                sum(metrics, "postern_audit_rows_total") + sum(metrics, "postern_queue_parked_total"));
    }

    /** Over all label sets of a counter in the OpenMetrics text; an exemplar may follow a value. */
    static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.split(" # ", 2)[0])
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
