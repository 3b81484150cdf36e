package dev.postern.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While nodes are replaced one after another, those of the release before work on the schema of the next: a migration adds what they need not know
 * (server-config/cluster/README.md). What nobody uses any more goes with a later release, whose migration is named here then.
 */
class MigrationsOnlyAddTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /** Older than any node that could be running. */
    private static final Set<String> BEFORE_ANY_RELEASE = Set.of("V1__first_schema.sql", "V2__journal.sql");

    private static final Pattern ADDS = Pattern.compile("create table .*" + "|create index .*"
            + "|alter table \\w+ add column \\w+ (?!.*\\b(unique|references|generated)\\b)(.*\\bdefault\\b.*|(?!.*\\bnot null\\b).*)"
            + "|alter table \\w+ (set \\(.*|alter column \\w+ set (storage|statistics) .*)"
            + "|insert into .*|update .*");

    static Stream<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".sql"))
                    .filter(file ->
                            !BEFORE_ANY_RELEASE.contains(file.getFileName().toString()))
                    .toList()
                    .stream();
        }
    }

    private static List<String> statements(String script) {
        String text = script.replace("${postgresql}", "").replaceAll("--[^\n]*", "");
        return Arrays.stream(text.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void a_node_of_the_release_before_can_live_with_it(Path migration) throws IOException {
        assertThat(statements(Files.readString(migration)))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement).matches(ADDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table note",
                "alter table note drop column body",
                "alter table note rename to page",
                "alter table note rename column body to text",
                "alter table note alter column body type varchar(10)",
                "alter table note alter column body set not null",
                "alter table note add column author varchar(64) not null",
                "alter table note add column author varchar(64) default '' not null unique",
                "alter table note add constraint one unique (body)",
                "create unique index one on note (body)",
                "drop index note_owner",
                "delete from note"
            })
    void what_takes_something_away_or_asks_for_more_is_found(String statement) {
        assertThat(statements(statement)).noneMatch(found -> ADDS.matcher(found).matches());
    }

    @Test
    void what_is_exempt_is_there() {
        assertThat(BEFORE_ANY_RELEASE).allMatch(name -> Files.exists(FOLDER.resolve(name)));
    }
}
