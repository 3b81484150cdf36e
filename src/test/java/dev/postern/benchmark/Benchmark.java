package dev.postern.benchmark;

import dev.postern.benchmark.measure.Measurement;
import dev.postern.benchmark.report.Report;
import dev.postern.benchmark.scenario.SampledTokens;
import dev.postern.benchmark.scenario.SanityChecks;
import dev.postern.benchmark.scenario.Scenarios;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.util.concurrent.CountDownLatch;

/** Measures the production set-up: {@code mvn -Pbenchmark verify}. docs/performance.md explains method and results. */
public final class Benchmark {

    private final BenchmarkSettings settings;
    private final Report report;

    private Benchmark(BenchmarkSettings settings) {
        this.settings = settings;
        this.report = new Report(settings.directory(), Facts.of(settings));
    }

    /** The exit code is 1 when an answer was wrong. */
    public static void main(String[] arguments) throws InterruptedException {
        Benchmark benchmark = new Benchmark(BenchmarkSettings.read());
        benchmark.run();
        System.out.println("\n" + benchmark.report.table());
        System.exit(benchmark.report.isValid() ? 0 : 1);
    }

    private void run() throws InterruptedException {
        say("again with the same jar: mvn -o -Pbenchmark exec:exec@benchmark -Dbenchmark.scenarios=S1 ...");
        try (ProductionSetUp setUp =
                ProductionSetUp.start(settings, settings.directory().resolve("run"))) {
            say("issuer " + setUp.target().issuer() + ", database "
                    + setUp.postgres().database().url() + ", process ids " + setUp.pids() + ", server log "
                    + setUp.serverLog());
            report.remark("refused as it must be", new SanityChecks(setUp.target()).run());
            for (String scenario : settings.scenarios()) {
                measure(setUp, Scenarios.valueOf(scenario));
            }
            if (settings.hold()) {
                say("the set-up runs until this process is ended");
                new CountDownLatch(1).await();
            }
        }
    }

    private void measure(ProductionSetUp setUp, Scenarios scenario) {
        for (int users : settings.users()) {
            say(scenario.id() + " (" + scenario.description() + "), " + users + " users");
            report.add(new Measurement(settings, setUp, scenario, users).run());
            report.remark("verified tokens", SampledTokens.of(setUp.target()).verify());
        }
    }

    private static void say(String text) {
        System.out.println("[benchmark] " + text);
    }
}
