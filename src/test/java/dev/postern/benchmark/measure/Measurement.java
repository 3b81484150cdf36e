package dev.postern.benchmark.measure;

import dev.postern.benchmark.load.ClosedLoop;
import dev.postern.benchmark.load.Scenario;
import dev.postern.benchmark.load.VirtualUser;
import dev.postern.benchmark.setup.BenchmarkSettings;
import dev.postern.benchmark.setup.ProductionSetUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One scenario with one number of users: warm-up, then the repeats. Before each the queue is empty, and it is measured until the queue is
 * empty again, so that all work that the operations cause is counted, and no other.
 */
public final class Measurement {

    private final BenchmarkSettings settings;
    private final ProductionSetUp setUp;
    private final Scenario scenario;
    private final String label;
    private final List<VirtualUser> users;
    private final EventTrail trail;

    public Measurement(BenchmarkSettings settings, ProductionSetUp setUp, Scenario scenario, String label, int users) {
        this.settings = settings;
        this.setUp = setUp;
        this.scenario = scenario;
        this.label = label;
        this.users = IntStream.range(0, users)
                .mapToObj(number -> new VirtualUser(number, setUp.target(), scenario.address(setUp.target())))
                .toList();
        this.trail = new EventTrail(setUp.target());
    }

    public List<Figures> run() {
        ClosedLoop loop = new ClosedLoop(scenario, users);
        List<Figures> repeats = new ArrayList<>();
        try (ServerJvm jvm = ServerJvm.of(setUp.pids().get("server"))) {
            loop.prepare();
            loop.run(settings.warmup());
            FlightRecording recording = settings.jfr() ? startRecording() : FlightRecording.NONE;
            for (int i = 0; i < settings.repeats(); i++) {
                loop.prepare();
                repeats.add(measure(loop, jvm));
            }
            recording.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            users.forEach(user -> user.connection().close());
        }
        return repeats;
    }

    private Figures measure(ClosedLoop loop, ServerJvm jvm) {
        EventTrail.State before = trail.awaitDrained();
        double allocated = jvm.allocatedBytes();
        double collecting = jvm.collectionSeconds();
        Usage start = Usage.now(setUp.pids());
        ClosedLoop.Result load = loop.run(settings.measure());
        EventTrail.State after = trail.awaitDrained();
        Usage used = Usage.now(setUp.pids()).since(start);
        Map<String, Double> resident = new LinkedHashMap<>();
        setUp.pids().forEach((name, pid) -> resident.put(name, Memory.residentOfTree(pid)));
        return Figures.of(
                label,
                users.size(),
                load,
                used,
                new Figures.Sides(
                        jvm.allocatedBytes() - allocated,
                        jvm.collectionSeconds() - collecting,
                        resident,
                        after.published() - before.published()));
    }

    private FlightRecording startRecording() {
        return FlightRecording.start(
                settings.java(),
                setUp.pids().get("server"),
                settings.directory().resolve(label + "-" + users.size() + ".jfr"));
    }
}
