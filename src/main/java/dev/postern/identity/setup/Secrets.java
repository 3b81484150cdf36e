package dev.postern.identity.setup;

import dev.postern.identity.registration.StrictFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the secrets of a set-up file come from: the file itself ({@code password}), an environment variable ({@code password_env}) or
 * another file ({@code password_file}), exactly one of them.
 *
 * @param folder what relative names of files are relative to: the set-up file's folder
 */
record Secrets(Function<String, @Nullable String> environment, Path folder) {

    Optional<String> read(StrictFields fields, String name) {
        String byVariable = name + "_env";
        String byFile = name + "_file";
        List<String> given =
                Stream.of(name, byVariable, byFile).filter(fields::has).toList();
        if (given.size() > 1) {
            fields.refuse(given.get(1), "must be absent where " + given.get(0) + " is given");
            return Optional.empty();
        }
        return fields.text(name)
                .or(() -> fields.text(byVariable).flatMap(variable -> fromEnvironment(fields, byVariable, variable)))
                .or(() -> fields.text(byFile).flatMap(file -> fromFile(fields, byFile, file)));
    }

    private Optional<String> fromEnvironment(StrictFields fields, String field, String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isEmpty()) {
            fields.refuse(field, "names the environment variable " + variable + ", which is not set");
        }
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private Optional<String> fromFile(StrictFields fields, String field, String file) {
        Path path = folder.resolve(file);
        try {
            return Optional.of(Files.readString(path).strip());
        } catch (IOException | IllegalArgumentException e) {
            fields.refuse(field, "names the file " + path + ", which cannot be read");
            return Optional.empty();
        }
    }
}
