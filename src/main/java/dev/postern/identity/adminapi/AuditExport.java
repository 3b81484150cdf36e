package dev.postern.identity.adminapi;

import dev.postern.data.database.AuditRow;
import dev.postern.data.database.AuditSearch.Filter;
import dev.postern.identity.administration.audit.AuditReading;
import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.audit.CsvRow;
import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The audit events of a filter as a file, streamed part by part: neither the database nor we ever hold all of it. */
@Service
class AuditExport {

    private static final int ROWS_AT_ONCE = 1_000;

    private final AuditReading audit;

    @Inject
    AuditExport(AuditReading audit) {
        this.audit = audit;
    }

    /** The first part is read before anything is answered, so that a refusal is still a refusal. */
    Answer of(Call call, Filter filter) {
        Format format = switch (call.text("format")) {
            case "csv", "" -> Format.CSV;
            case "jsonl" -> Format.JSON_LINES;
            default -> throw AdministrationRefused.invalid("format", "must be csv or jsonl");
        };
        List<AuditRow> first = audit.part(call.by(), filter, Optional.empty(), ROWS_AT_ONCE);
        return Answer.streamed(format.mediaType, out -> write(call.by(), filter, format, first, out))
                .with("Content-Disposition", "attachment; filename=\"audit." + format.ending + "\"");
    }

    private void write(Administrator by, Filter filter, Format format, List<AuditRow> first, OutputStream out)
            throws IOException {
        out.write(format.head().getBytes(StandardCharsets.UTF_8));
        List<AuditRow> part = first;
        while (!part.isEmpty()) {
            for (AuditRow row : part) {
                out.write(format.line(row).getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            boolean whole = part.size() == ROWS_AT_ONCE;
            part = whole ? audit.part(by, filter, Optional.of(part.get(part.size() - 1)), ROWS_AT_ONCE) : List.of();
        }
    }

    private enum Format {
        CSV("text/csv;charset=UTF-8", "csv"),
        JSON_LINES("application/jsonl", "jsonl");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String head() {
            return switch (this) {
                case CSV -> CsvRow.of(AuditView.COLUMNS);
                case JSON_LINES -> "";
            };
        }

        String line(AuditRow row) {
            return switch (this) {
                case CSV -> CsvRow.of(AuditView.cells(row));
                case JSON_LINES -> Json.write(AuditView.of(row)) + "\n";
            };
        }
    }
}
