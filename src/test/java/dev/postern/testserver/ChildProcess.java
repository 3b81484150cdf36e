package dev.postern.testserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that this test JVM started and stops again, by its id, at the latest when the JVM ends. */
public final class ChildProcess {

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread stopAtExit;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.stopAtExit = new Thread(this::destroy, "stop " + name);
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** Starts the command; its output is appended to the log. */
    public static ChildProcess start(String name, Path log, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("POSTERN_"));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = builder.start();
            // Some servers read passwords there before they start.
            process.getOutputStream().close();
            return new ChildProcess(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command to its end. @throws IllegalStateException with its last output if it fails or takes longer */
    static void run(String name, Path log, Map<String, String> environment, List<String> command, Duration patience) {
        ChildProcess process = start(name, log, environment, command);
        int code = process.awaitExit(patience);
        process.forget();
        if (code != 0) {
            throw new IllegalStateException(name + " ended with code " + code + ":\n" + process.lastOutput());
        }
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public void awaitUntil(BooleanSupplier ready, Duration patience) {
        awaitUntil(ready, patience, Duration.ofMillis(100));
    }

    /** @param pause between two questions */
    public void awaitUntil(BooleanSupplier ready, Duration patience, Duration pause) {
        Instant end = Instant.now().plus(patience);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        name + " ended with code " + process.exitValue() + ":\n" + lastOutput());
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(name + " was not ready within " + patience + ":\n" + lastOutput());
            }
            pause(pause);
        }
    }

    /** The exit code, or an exception when the process goes on for longer. */
    public int awaitExit(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " still runs after " + patience + ":\n" + lastOutput());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM, and SIGKILL if that does not help within 20 s. @return the exit code */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill9();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        forget();
        return awaitExit(Duration.ofSeconds(10));
    }

    /** @param name such as HUP */
    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: nothing gets a chance to be written. */
    public void kill9() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
        forget();
    }

    /** With the processes that it has started itself. */
    private void destroy() {
        List<ProcessHandle> own = process.descendants().toList();
        process.destroyForcibly();
        own.forEach(ProcessHandle::destroyForcibly);
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException alreadyEnding) {
            // The hook runs or has run: nothing is left to forget.
        }
    }

    private String lastOutput() {
        try {
            String all = Files.readString(log, StandardCharsets.UTF_8);
            return all.substring(Math.max(0, all.length() - 4_000));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
