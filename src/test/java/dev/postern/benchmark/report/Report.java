package dev.postern.benchmark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.postern.benchmark.measure.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All figures of a run: written after each measurement, so that what was measured is not lost if a later one fails. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Instant begun = Instant.now();
    private final Map<String, Object> facts;
    private final List<List<Figures>> measurements = new ArrayList<>();
    private final Map<String, Object> remarks = new LinkedHashMap<>();

    public Report(Path directory, Map<String, Object> facts) {
        this.directory = directory;
        this.facts = facts;
    }

    /** Anything that is not a load scenario: floors, start-up, checks. */
    public void remark(String name, Object value) {
        remarks.put(name, value);
        write();
    }

    /** @param repeats of one scenario with one number of users */
    public void add(List<Figures> repeats) {
        measurements.add(repeats);
        write();
    }

    public boolean isValid() {
        return measurements.stream().flatMap(List::stream).allMatch(Figures::isValid);
    }

    public String table() {
        StringBuilder text = new StringBuilder();
        facts.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append('\n').append(Table.of(measurements));
        remarks.forEach(
                (name, value) -> text.append('\n').append(name).append(": ").append(value));
        return text.append('\n').toString();
    }

    private void write() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("begun", begun.toString());
        document.put("facts", facts);
        document.put("measurements", measurements);
        document.put("remarks", remarks);
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("run-" + FILE_TIME.format(begun) + ".json"), JSON.writeValueAsString(document));
            Files.writeString(directory.resolve("summary.txt"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
