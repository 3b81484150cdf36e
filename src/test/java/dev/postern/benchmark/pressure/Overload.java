package dev.postern.benchmark.pressure;

import dev.postern.benchmark.load.MixedLoad;
import dev.postern.benchmark.load.MixedLoad.Outcome;
import dev.postern.benchmark.measure.EventTrail;
import dev.postern.benchmark.scenario.Scenarios;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * P1: 400 users, half of them with new authorizations (S2), a quarter with refreshes (S4), a quarter with client credentials (S1), who come
 * half as often, and four times as often, as the server can answer.
 */
public final class Overload {

    private static final int QUARTER = 100;
    private static final int CLOSED_LOOP_USERS = 16;

    private final BenchmarkSettings settings;
    private final ProductionSetUp setUp;
    private final EventTrail trail;

    public Overload(BenchmarkSettings settings, ProductionSetUp setUp) {
        this.settings = settings;
        this.setUp = setUp;
        this.trail = new EventTrail(setUp.target());
    }

    public Map<String, Object> run() {
        List<Crowd> crowds = List.of(
                Crowd.of(2 * QUARTER, Scenarios.S2, setUp, settings),
                Crowd.of(QUARTER, Scenarios.S4, setUp, settings),
                Crowd.of(QUARTER, Scenarios.S1, setUp, settings));
        warmUp(crowds);
        double capacity = capacity(crowds);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("capacity", String.format(Locale.ROOT, "%.0f/s", capacity));
        figures.put("at half of it", offered(crowds, capacity / 2));
        figures.put("at four times as much", offered(crowds, capacity * 4));
        crowds.forEach(Crowd::leave);
        return figures;
    }

    private void warmUp(List<Crowd> crowds) {
        new MixedLoad(crowds.stream()
                        .map(crowd -> crowd.first(CLOSED_LOOP_USERS).every(Duration.ZERO))
                        .toList())
                .run(settings.warmup());
    }

    /** Operations a second of the mixture, by what each kind reaches alone: the shares are those of the users. */
    private double capacity(List<Crowd> crowds) {
        double seconds = 0;
        for (Crowd crowd : crowds) {
            MixedLoad alone =
                    new MixedLoad(List.of(crowd.first(CLOSED_LOOP_USERS).every(Duration.ZERO)));
            double perSecond = Crowd.checked(alone.run(settings.measure()))
                    .get(crowd.scenario().id())
                    .perSecond();
            seconds += crowd.users().size() / (count(crowds) * perSecond);
        }
        return 1 / seconds;
    }

    private static double count(List<Crowd> crowds) {
        return crowds.stream().mapToInt(crowd -> crowd.users().size()).sum();
    }

    private Map<String, Outcome> offered(List<Crowd> crowds, double perSecond) {
        trail.awaitDrained();
        Duration period = Duration.ofNanos(Math.round(1e9 * count(crowds) / perSecond));
        List<MixedLoad.Group> groups =
                crowds.stream().map(crowd -> crowd.every(period)).toList();
        return Crowd.checked(new MixedLoad(groups).run(settings.measure()));
    }
}
