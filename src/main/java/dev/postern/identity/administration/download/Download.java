package dev.postern.identity.administration.download;

import dev.postern.platform.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A list as a file, read and written part by part: neither the database nor we ever hold all of it.
 *
 * @param first its first part, which is read before anything is answered, so that a refusal is still a refusal
 */
public record Download<T>(String name, FileFormat format, Columns<T> columns, Parts<T> parts, List<T> first) {

    public static final int ROWS_AT_ONCE = 1_000;

    /** Reads the part that begins after a row, at most {@link #ROWS_AT_ONCE} of them. */
    @FunctionalInterface
    public interface Parts<T> {
        List<T> after(Optional<T> last);
    }

    public static <T> Download<T> of(String name, FileFormat format, Columns<T> columns, Parts<T> parts) {
        return new Download<>(name, format, columns, parts, parts.after(Optional.empty()));
    }

    public String fileName() {
        return name + "." + format.wire();
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(head().getBytes(StandardCharsets.UTF_8));
        List<T> part = first;
        while (!part.isEmpty()) {
            for (T row : part) {
                out.write(line(row).getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            part = part.size() < ROWS_AT_ONCE ? List.of() : parts.after(Optional.of(part.get(part.size() - 1)));
        }
    }

    private String head() {
        return switch (format) {
            case CSV -> CsvRow.of(columns.names());
            case JSON_LINES -> "";
        };
    }

    private String line(T row) {
        return switch (format) {
            case CSV -> CsvRow.of(columns.cells().apply(row));
            case JSON_LINES -> Json.write(columns.object().apply(row)) + "\n";
        };
    }
}
