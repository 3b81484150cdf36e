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
import java.util.Map;

/** P2: eight users of the token endpoint (S1, S4), alone and while 64 people sign in with their passwords (S3), all one after the other. */
public final class LoginStorm {

    private static final int EACH = 4;
    private static final int PEOPLE = 64;

    private final BenchmarkSettings settings;
    private final ProductionSetUp setUp;
    private final EventTrail trail;

    public LoginStorm(BenchmarkSettings settings, ProductionSetUp setUp) {
        this.settings = settings;
        this.setUp = setUp;
        this.trail = new EventTrail(setUp.target());
    }

    public Map<String, Object> run() {
        Crowd machines = Crowd.of(EACH, Scenarios.S1, setUp, settings);
        Crowd refreshing = Crowd.of(EACH, Scenarios.S4, setUp, settings);
        Crowd people = Crowd.of(PEOPLE, Scenarios.S3, setUp, settings);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("without the storm", measured(List.of(machines, refreshing)));
        figures.put("in the storm", measured(List.of(machines, refreshing, people)));
        List.of(machines, refreshing, people).forEach(Crowd::leave);
        return figures;
    }

    private Map<String, Outcome> measured(List<Crowd> crowds) {
        MixedLoad load = new MixedLoad(
                crowds.stream().map(crowd -> crowd.every(Duration.ZERO)).toList());
        load.run(settings.warmup());
        trail.awaitDrained();
        return Crowd.checked(load.run(settings.measure()));
    }
}
