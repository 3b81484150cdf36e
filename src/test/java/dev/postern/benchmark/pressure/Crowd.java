package dev.postern.benchmark.pressure;

import dev.postern.benchmark.load.ClosedLoop;
import dev.postern.benchmark.load.MixedLoad;
import dev.postern.benchmark.load.MixedLoad.Outcome;
import dev.postern.benchmark.load.Scenario;
import dev.postern.benchmark.load.VirtualUser;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Users of one scenario, each with a browser of their own; several may share an account. */
record Crowd(Scenario scenario, List<VirtualUser> users) {

    private static final int AT_A_TIME = 16;

    /** More wrong answers than this part of the operations make a run worthless; refusals are not wrong here. */
    private static final double MOST_WRONG = 0.001;

    /** Brings so many users to where they can start, a few at a time: signing in is not what is measured. */
    static Crowd of(int count, Scenario scenario, ProductionSetUp setUp, BenchmarkSettings settings) {
        int accounts =
                settings.users().stream().mapToInt(Integer::intValue).max().orElse(1);
        List<VirtualUser> users = IntStream.range(0, count)
                .mapToObj(number -> new VirtualUser(
                        number % accounts, setUp.target(), setUp.target().address()))
                .toList();
        for (int from = 0; from < count; from += AT_A_TIME) {
            new ClosedLoop(scenario, users.subList(from, Math.min(count, from + AT_A_TIME))).prepare();
        }
        return new Crowd(scenario, users);
    }

    Crowd first(int count) {
        return new Crowd(scenario, users.subList(0, count));
    }

    /** @param period in which each user starts one operation; zero for one after the other */
    MixedLoad.Group every(Duration period) {
        return new MixedLoad.Group(scenario, users, period);
    }

    void leave() {
        users.forEach(user -> user.connection().close());
    }

    /** @throws IllegalStateException if too many answers were wrong */
    static Map<String, Outcome> checked(Map<String, Outcome> outcomes) {
        outcomes.forEach((id, outcome) -> {
            int wrong = outcome.wrong().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (wrong > MOST_WRONG * Math.max(1, outcome.complete())) {
                throw new IllegalStateException(id + " had wrong answers: " + outcome.wrong());
            }
        });
        return outcomes;
    }
}
