package dev.postern.identity.administration.download;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.rule.Rule;

/** How a list is written as a file. */
public enum FileFormat {
    /** RFC 4180. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** A JSON object on each line. */
    JSON_LINES("jsonl", "application/jsonl");

    private final String wire;
    private final String mediaType;

    FileFormat(String wire, String mediaType) {
        this.wire = wire;
        this.mediaType = mediaType;
    }

    /** The name in requests, and the ending of file names. */
    public String wire() {
        return wire;
    }

    public String mediaType() {
        return mediaType;
    }

    /** CSV unless said otherwise. @throws AdministrationRefused if there is no such format */
    public static FileFormat named(String wire) {
        return switch (wire) {
            case "csv", "" -> CSV;
            case "jsonl" -> JSON_LINES;
            default -> throw AdministrationRefused.invalid("format", Rule.NOT_ONE_OF, "csv, jsonl");
        };
    }
}
