package dev.postern.benchmark.floor;

import dev.postern.benchmark.load.HttpConnection;
import dev.postern.benchmark.load.WrongAnswer;
import dev.postern.benchmark.measure.CpuTime;
import dev.postern.benchmark.measure.Memory;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.ProductionSetUp;
import dev.postern.testserver.ChildProcess;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** S8: from the start of the process to the first good answer, beside a bare server; both in turn, so that both see the same machine. */
public final class ColdStart {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int PAUSE_MILLIS = 10;
    private static final int IDLE_MILLIS = 10_000;

    private final BenchmarkSettings settings;
    private final ProductionSetUp setUp;

    public ColdStart(BenchmarkSettings settings, ProductionSetUp setUp) {
        this.settings = settings;
        this.setUp = setUp;
    }

    /** @param resident MiB after ten seconds without requests */
    private record Start(double seconds, double cpuSeconds, double resident) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s, %.1f CPU s, %.0f MiB", seconds, cpuSeconds, resident);
        }
    }

    /** The medians by time, and every start. The server of the set-up is stopped and started again. */
    public Map<String, Object> run() {
        List<Start> ours = new ArrayList<>();
        List<Start> bare = new ArrayList<>();
        for (int i = 0; i < settings.repeats(); i++) {
            setUp.stopServer();
            ours.add(measure(
                    setUp.target().address().getPort(), "/.well-known/openid-configuration", setUp::launchServer));
            setUp.stopServer();
            BareServer floor = new BareServer(
                    settings, settings.directory().resolve("run").resolve("bare-" + i), setUp.brokerUrl());
            ChildProcess[] process = new ChildProcess[1];
            bare.add(measure(floor.port(), "/hello", () -> process[0] = floor.launch()));
            process[0].stop();
            setUp.startServer();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("server", median(ours) + " of " + ours);
        figures.put("bare Payara Micro, resource adapter and trivial application", median(bare) + " of " + bare);
        figures.put(
                "ratio",
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        median(ours).seconds() / median(bare).seconds()));
        return figures;
    }

    private static Start median(List<Start> starts) {
        return starts.stream()
                .sorted(Comparator.comparingDouble(Start::seconds))
                .toList()
                .get((starts.size() - 1) / 2);
    }

    private static Start measure(int port, String path, Supplier<ChildProcess> launch) {
        long begun = System.nanoTime();
        ChildProcess process = launch.get();
        process.awaitUntil(() -> answers(port, path), PATIENCE, Duration.ofMillis(PAUSE_MILLIS));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = CpuTime.ofTree(process.pid());
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Start(seconds, cpu, Memory.residentOfTree(process.pid()));
    }

    private static boolean answers(int port, String path) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (HttpConnection connection = new HttpConnection(new InetSocketAddress("127.0.0.1", port))) {
            return connection.exchange(request).status() == 200;
        } catch (WrongAnswer | UncheckedIOException notYet) {
            return false;
        }
    }
}
