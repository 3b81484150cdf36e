package dev.postern.identity.console.report;

import dev.postern.data.reporting.SignInFilter;
import dev.postern.data.reporting.SignInTotal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sign-ins by hour as stacked bars, in a drawing of {@value #WIDTH} by {@value #HEIGHT} units.
 *
 * @param top what the highest bar counts
 */
public record HourChart(List<Bar> bars, long top) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 200;

    /** A gap between bars that are wide enough to have one. */
    private static final double FULL = 0.84;

    /** An hour: what failed stands on what succeeded. All but the counts are places in the drawing. */
    public record Bar(
            String hour,
            long succeeded,
            long failed,
            double x,
            double width,
            double succeededY,
            double succeededHeight,
            double failedY,
            double failedHeight) {}

    static HourChart of(SignInFilter filter, List<SignInTotal> hours) {
        long top = hours.stream().mapToLong(SignInTotal::signIns).max().orElse(0);
        double step = (double) WIDTH
                / Math.max(1, Duration.between(filter.from(), filter.until()).toHours());
        return new HourChart(
                hours.stream().map(hour -> bar(filter, hour, step, top)).toList(), top);
    }

    private static Bar bar(SignInFilter filter, SignInTotal hour, double step, long top) {
        long index = Duration.between(filter.from(), Instant.parse(hour.key())).toHours();
        double unit = (double) HEIGHT / Math.max(1, top);
        double succeeded = hour.succeeded() * unit;
        double failed = hour.failed() * unit;
        return new Bar(
                hour.key(),
                hour.succeeded(),
                hour.failed(),
                round(index * step),
                round(step * FULL),
                round(HEIGHT - succeeded),
                round(succeeded),
                round(HEIGHT - succeeded - failed),
                round(failed));
    }

    private static double round(double place) {
        return Math.round(place * 100) / 100.0;
    }
}
