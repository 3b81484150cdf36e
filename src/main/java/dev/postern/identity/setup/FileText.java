package dev.postern.identity.setup;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a configuration file, read as often as it takes: first for its names, then to judge it, then to apply it. So it is never in
 * memory as a whole.
 *
 * @param fileName whose ending says in which format it is, and which is its owner's name
 */
public record FileText(String fileName, Opener opener) {

    /** Opens the text from its beginning. */
    @FunctionalInterface
    public interface Opener {
        Reader open() throws IOException;
    }

    public static FileText of(String fileName, Path file) {
        return new FileText(fileName, () -> Files.newBufferedReader(file, StandardCharsets.UTF_8));
    }

    public static FileText of(String fileName, String text) {
        return new FileText(fileName, () -> new StringReader(text));
    }

    /** Who owns what the file makes. */
    public String owner() {
        return "file:" + fileName;
    }
}
