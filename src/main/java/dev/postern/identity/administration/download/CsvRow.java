package dev.postern.identity.administration.download;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of CSV: RFC 4180 section 2. A cell that a spreadsheet would take for a formula, and run, begins with an apostrophe (OWASP CSV
 * injection): what is in it may come from anybody.
 */
public final class CsvRow {

    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    private CsvRow() {}

    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
