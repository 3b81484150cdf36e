package dev.postern.benchmark;

import dev.postern.benchmark.setup.BenchmarkSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What figures are worth nothing without: when, on what machine, which commit, which Java. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(BenchmarkSettings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("date", Instant.now().toString());
        facts.put("commit", output("git", "describe", "--always", "--dirty", "--abbrev=10"));
        facts.put("processor", Runtime.getRuntime().availableProcessors() + " x " + processor());
        facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("load average before", loadAverage());
        facts.put("server Java", output(settings.java().resolve("bin/java").toString(), "-version"));
        facts.put("load generator Java", System.getProperty("java.vm.version"));
        facts.put("settings", settings.asMap());
        return facts;
    }

    private static String processor() {
        return lines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String loadAverage() {
        return lines(Path.of("/proc/loadavg")).stream().findFirst().orElse("unknown");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The last line that a command prints. */
    private static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.strip().split("\n"))
                    .reduce((first, second) -> second)
                    .orElse("");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
