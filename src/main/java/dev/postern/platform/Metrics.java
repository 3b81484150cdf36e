package dev.postern.platform;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * What the server counts and measures, shown at {@code /status/metrics} in the OpenMetrics format.
 *
 * <p>Names start with {@code postern_} and carry no {@code _total}: {@code metrics.count("postern_introspections", "outcome",
 * "active")}. Labels come as names and values in turn, always in the same order, and their values from small sets: never an
 * address, a user or a client. Should a metric get more than {@value #MAX_SERIES} combinations nevertheless, the rest is counted
 * under {@code other}. Safe for many threads, and cheap: a look-up and an atomic addition.
 */
@Service
public class Metrics {

    static final int MAX_SERIES = 100;
    private static final String OTHER = "other";
    private static final double[] SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Family<CounterDataPoint>> counters = new ConcurrentHashMap<>();
    private final Map<String, Family<DistributionDataPoint>> timers = new ConcurrentHashMap<>();
    private final Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();

    @Inject
    public Metrics() {}

    /** Adds one to a counter. */
    public void count(String name, String... labels) {
        add(name, 1, labels);
    }

    /** Adds to a counter. @param amount zero or more */
    public void add(String name, double amount, String... labels) {
        counters.computeIfAbsent(name, key -> newCounter(key, names(labels)))
                .at(values(labels))
                .inc(amount);
    }

    /** Puts a duration into a timer's histogram. @param name ends in {@code _seconds} */
    public void time(String name, Duration duration, String... labels) {
        timers.computeIfAbsent(name, key -> newTimer(key, names(labels)))
                .at(values(labels))
                .observe(duration.toNanos() / 1e9);
    }

    /** Shows a value that is asked for whenever somebody looks; the latest supplier of a name counts. */
    public void gauge(String name, DoubleSupplier value) {
        if (gauges.put(name, value) == null) {
            GaugeWithCallback.builder()
                    .name(name)
                    .callback(callback ->
                            callback.call(gauges.getOrDefault(name, value).getAsDouble()))
                    .register(registry);
        }
    }

    /** Shows words that do not change while the server runs, as {@code name_info}; once for each name. */
    public void info(String name, String... labels) {
        Info.builder().name(name).labelNames(names(labels)).register(registry).setLabelValues(everySecond(labels, 1));
    }

    /** Everything, as OpenMetrics text. */
    public String openMetrics() {
        ByteArrayOutputStream text = new ByteArrayOutputStream(16_384);
        try {
            OpenMetricsTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private Family<CounterDataPoint> newCounter(String name, String[] labelNames) {
        Counter counter = Counter.builder()
                .name(name)
                .labelNames(labelNames)
                .withoutExemplars()
                .register(registry);
        return new Family<>(labelNames.length, counter::labelValues);
    }

    private Family<DistributionDataPoint> newTimer(String name, String[] labelNames) {
        Histogram histogram = Histogram.builder()
                .name(name)
                .labelNames(labelNames)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .withoutExemplars()
                .register(registry);
        return new Family<>(labelNames.length, histogram::labelValues);
    }

    private static String[] names(String[] labels) {
        return everySecond(labels, 0);
    }

    private static List<String> values(String[] labels) {
        return labels.length == 2 ? List.of(labels[1]) : Arrays.asList(everySecond(labels, 1));
    }

    private static String[] everySecond(String[] labels, int first) {
        String[] half = new String[labels.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = labels[2 * i + first];
        }
        return half;
    }

    /** The series of one metric; the library's own look-up is not bounded. */
    private static final class Family<P> {
        private final int labels;
        private final Function<String[], P> create;
        private final Map<List<String>, P> series = new ConcurrentHashMap<>();

        Family(int labels, Function<String[], P> create) {
            this.labels = labels;
            this.create = create;
        }

        P at(List<String> values) {
            P known = series.get(values);
            if (known != null) {
                return known;
            }
            if (values.size() != labels) {
                throw new IllegalArgumentException("a metric always has the same labels");
            }
            List<String> bounded = series.size() < MAX_SERIES ? values : java.util.Collections.nCopies(labels, OTHER);
            return series.computeIfAbsent(bounded, key -> create.apply(key.toArray(new String[0])));
        }
    }
}
