package dev.postern.identity.setup;

import dev.postern.identity.registration.StrictFields;
import dev.postern.identity.rule.Rule;
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
 * @param files the content of a file by its name, null if it cannot be read
 */
record Secrets(Function<String, @Nullable String> environment, Function<String, @Nullable String> files) {

    /** Those of a file that came over the network: whoever sent it says the secrets themselves, and nothing of ours is read for them. */
    static final Secrets IN_CLEAR_ONLY = new Secrets(name -> null, name -> null);

    /** @param folder what relative names of files are relative to: the set-up file's folder */
    static Secrets around(Function<String, @Nullable String> environment, Path folder) {
        return new Secrets(environment, name -> content(folder, name));
    }

    private static @Nullable String content(Path folder, String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    Optional<String> read(StrictFields fields, String name) {
        String byVariable = name + "_env";
        String byFile = name + "_file";
        List<String> given =
                Stream.of(name, byVariable, byFile).filter(fields::has).toList();
        if (given.size() > 1) {
            fields.refuse(given.get(1), Rule.ABSENT_WHERE_GIVEN, given.get(0));
            return Optional.empty();
        }
        return fields.text(name)
                .or(() -> fields.text(byVariable).flatMap(variable -> fromEnvironment(fields, byVariable, variable)))
                .or(() -> fields.text(byFile).flatMap(file -> fromFile(fields, byFile, file)));
    }

    private Optional<String> fromEnvironment(StrictFields fields, String field, String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isEmpty()) {
            fields.refuse(field, Rule.VARIABLE_NOT_SET, variable);
        }
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private Optional<String> fromFile(StrictFields fields, String field, String file) {
        String content = files.apply(file);
        if (content == null) {
            fields.refuse(field, Rule.FILE_UNREADABLE, file);
        }
        return Optional.ofNullable(content);
    }
}
