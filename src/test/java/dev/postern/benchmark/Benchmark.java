package dev.postern.benchmark;

import dev.postern.benchmark.floor.ColdStart;
import dev.postern.benchmark.floor.CommitRate;
import dev.postern.benchmark.floor.PasswordHash;
import dev.postern.benchmark.floor.SignatureRate;
import dev.postern.benchmark.measure.Measurement;
import dev.postern.benchmark.pressure.LoginStorm;
import dev.postern.benchmark.pressure.Overload;
import dev.postern.benchmark.pressure.Soak;
import dev.postern.benchmark.report.Report;
import dev.postern.benchmark.scenario.SampledTokens;
import dev.postern.benchmark.scenario.SanityChecks;
import dev.postern.benchmark.scenario.Scenarios;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.BulkData;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Measures the production set-up: {@code mvn -Pbenchmark verify}. docs/performance.md explains method and results. */
public final class Benchmark {

    private final BenchmarkSettings settings;
    private final Report report;
    private int verified;

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
                run(setUp, scenario);
            }
            if (settings.hold()) {
                say("the set-up runs until this process is ended");
                new CountDownLatch(1).await();
            }
        }
    }

    /** The floors that are no load on the server, the start, and otherwise a scenario of its name. */
    private void run(ProductionSetUp setUp, String scenario) {
        switch (scenario) {
            case "S8" -> {
                say("S8 (cold start to ready, beside a bare server)");
                report.remark("S8 cold start", new ColdStart(settings, setUp).run());
            }
            case "F2" -> {
                say("F2 (floor: commits of PostgreSQL)");
                for (int users : settings.users()) {
                    report.remark(
                            "F2 commit rate, " + users + " connections",
                            new CommitRate(setUp.postgres(), settings.directory()).run(users));
                }
            }
            case "F3" -> {
                say("F3 (floor: signatures of one core)");
                report.remark("F3 signature rate", SignatureRate.run());
            }
            case "F5" -> {
                say("F5 (floor: one password hash)");
                report.remark("F5 password hash", PasswordHash.run());
            }
            case "P1" -> {
                say("P1 (half and four times what the server can answer)");
                report.remark("P1 overload", new Overload(settings, setUp).run());
            }
            case "P2" -> {
                say("P2 (login storm)");
                report.remark("P2 login storm", new LoginStorm(settings, setUp).run());
            }
            case "P3" -> {
                say("P3 (soak, " + settings.soak().toMinutes() + " minutes)");
                report.remark("P3 soak", new Soak(settings, setUp).run());
            }
            case "S9" -> {
                measureAll(setUp, "");
                say("S9 (" + settings.families() + " refresh tokens): inserting them takes minutes");
                report.remark("S9 rows", new BulkData(setUp.postgres().database(), settings.families()).insert());
                measureAll(setUp, "+");
            }
            default -> measure(setUp, Scenarios.valueOf(scenario), scenario);
        }
    }

    /** What S9 compares: the same with an empty database and with a full one. */
    private void measureAll(ProductionSetUp setUp, String suffix) {
        for (Scenarios scenario : List.of(Scenarios.S2, Scenarios.S4, Scenarios.S5)) {
            measure(setUp, scenario, scenario.id() + suffix);
        }
    }

    private void measure(ProductionSetUp setUp, Scenarios scenario, String label) {
        for (int users : settings.users()) {
            say(label + " (" + scenario.description() + "), " + users + " users");
            report.add(new Measurement(settings, setUp, scenario, label, users).run());
            verified += SampledTokens.of(setUp.target()).verify();
            report.remark("verified tokens", verified);
        }
    }

    private static void say(String text) {
        System.out.println("[benchmark] " + text);
    }
}
