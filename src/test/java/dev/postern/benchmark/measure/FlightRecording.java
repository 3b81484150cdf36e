package dev.postern.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A JFR recording of the server, by its JDK's jcmd. It costs some per cent of processor time, so such figures are not comparable. */
final class FlightRecording {

    static final FlightRecording NONE = new FlightRecording(List.of());

    private final List<String> stop;

    private FlightRecording(List<String> stop) {
        this.stop = stop;
    }

    static FlightRecording start(Path java, long pid, Path file) {
        String jcmd = java.resolve("bin").resolve("jcmd").toString();
        run(List.of(jcmd, Long.toString(pid), "JFR.start", "name=benchmark", "settings=profile"));
        return new FlightRecording(List.of(jcmd, Long.toString(pid), "JFR.stop", "name=benchmark", "filename=" + file));
    }

    void stop() {
        if (!stop.isEmpty()) {
            run(stop);
        }
    }

    private static void run(List<String> command) {
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException(command + " ended with code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
