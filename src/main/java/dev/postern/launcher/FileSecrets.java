package dev.postern.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts secrets in the place of references to them, here where plan and apply run: {@code client_secret_env: SHOP} becomes {@code
 * client_secret: "…"}. The server reads no variable and no file of its own for whoever sends it a file.
 */
final class FileSecrets {

    /** A field that ends in _env or _file, with its value, quoted or not. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<=^|[\\s{,\"'-])(client_secret|password|token)_(env|file)([\"']?\\s*:\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,}#]+)");

    private final Map<String, String> environment;

    FileSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The text of a file with its secrets. @throws StartRefused if the file, or what it refers to, cannot be read */
    String inClear(Path file) {
        try {
            Path folder = file.toAbsolutePath().resolveSibling("");
            return Files.readString(file)
                    .lines()
                    .map(line -> line.stripLeading().startsWith("#") ? line : resolved(line, folder))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private String resolved(String line, Path folder) {
        return REFERENCE.matcher(line).replaceAll(match -> Matcher.quoteReplacement(resolved(match, folder)));
    }

    private String resolved(MatchResult match, Path folder) {
        String reference = match.group(4).replaceAll("^[\"']|[\"']$", "");
        String secret = match.group(2).equals("env") ? variable(reference) : content(folder.resolve(reference));
        return match.group(1) + match.group(3) + quoted(secret);
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new StartRefused("The file names the environment variable " + name + ", which is not set.");
        }
        return value;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("The file names the file " + file + ", which cannot be read.");
        }
    }

    /** As JSON and YAML both read it. */
    private static String quoted(String secret) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
