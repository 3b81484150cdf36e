package dev.postern.benchmark.floor;

import dev.postern.benchmark.measure.CpuTime;
import dev.postern.benchmark.setup.PostgresCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** F2: how often the same PostgreSQL commits an insertion of 500 bytes, by pgbench. */
public final class CommitRate {

    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final int SECONDS = 10;

    private final PostgresCluster postgres;
    private final Path directory;

    public CommitRate(PostgresCluster postgres, Path directory) {
        this.postgres = postgres;
        this.directory = directory;
    }

    public String run(int clients) {
        try (Connection connection = postgres.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists benchmark_commit");
            statement.execute("create table benchmark_commit (id bigserial primary key, text text not null)");
            double before = CpuTime.ofTree(postgres.pid());
            String output = pgbench(clients);
            double cpu = CpuTime.ofTree(postgres.pid()) - before;
            statement.execute("drop table benchmark_commit");
            return String.format(
                    Locale.ROOT,
                    "%s commits/s, %.3f CPU ms of PostgreSQL each",
                    found(RATE, output),
                    1e3 * cpu / Double.parseDouble(found(TRANSACTIONS, output)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pgbench(int clients) {
        try {
            Path script = Files.writeString(
                    directory.resolve("commit.sql"),
                    "insert into benchmark_commit (text) values (repeat('x', 500));\n",
                    StandardCharsets.US_ASCII);
            ProcessBuilder builder = new ProcessBuilder(List.of(
                    postgres.program("pgbench").toString(),
                    "-h127.0.0.1",
                    "-p" + postgres.port(),
                    "-U" + postgres.database().user(),
                    "-n",
                    "-Mprepared",
                    "-c" + clients,
                    "-T" + SECONDS,
                    "-f" + script,
                    "postgres"));
            builder.environment().put("PGPASSWORD", postgres.database().password());
            Process process = builder.redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return matcher.group(1);
    }
}
