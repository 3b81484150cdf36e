package dev.postern.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The database behind {@code jdbc/postern}: H2 in the data folder, or PostgreSQL. */
record Database(String url, String user, String password, int poolSize) {

    /**
     * What a connection to PostgreSQL waits for, in seconds, unless the URL says otherwise: a database that is away must
     * be an error soon, not a full thread pool. {@link DatabaseSockets} notices one that is silent; the socket time-out
     * also ends a wait for a row that others are writing, so it is longer.
     *
     * <p>The isolation is the session's default, because a pool that is told an isolation asks for it with each connection that it hands
     * out. Our statements find rows by index, whatever the parameters are, so planning each of them once is enough.
     */
    private static final Map<String, String> POSTGRESQL_DEFAULTS = postgresqlDefaults();

    static Database of(String url, String user, String password, int poolSize) {
        if (url.startsWith("jdbc:h2:")) {
            return new Database(url, user, password, poolSize);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Database(withDefaults(url), user, password, poolSize);
        }
        throw new StartRefused("POSTERN_DATABASE_URL must begin with jdbc:postgresql: or jdbc:h2:");
    }

    /** Every commit reaches the disk before it returns (WRITE_DELAY=0); the pool closes the database, not a hook of H2's. */
    static String embeddedUrl(Path dataDirectory) {
        if (dataDirectory.toString().contains(";")) {
            throw new StartRefused("The data folder's path holds a semicolon: choose another POSTERN_DATA_DIR.");
        }
        return "jdbc:h2:file:" + dataDirectory.resolve("postern")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    String driver() {
        return isEmbedded() ? "org.h2.Driver" : "org.postgresql.Driver";
    }

    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    private static String withDefaults(String url) {
        StringJoiner missing = new StringJoiner("&");
        POSTGRESQL_DEFAULTS.forEach((name, value) -> {
            if (!url.contains(name + "=")) {
                missing.add(name + "=" + value);
            }
        });
        return missing.length() == 0 ? url : url + (url.contains("?") ? "&" : "?") + missing;
    }

    private static Map<String, String> postgresqlDefaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("connectTimeout", "1");
        defaults.put("loginTimeout", "1.8");
        defaults.put("socketTimeout", "5");
        defaults.put("socketFactory", DatabaseSockets.class.getName());
        defaults.put("tcpKeepAlive", "true");
        defaults.put("reWriteBatchedInserts", "true");
        defaults.put("ApplicationName", "postern");
        defaults.put(
                "options",
                "-c%20default_transaction_isolation=read%5C%20committed%20-c%20plan_cache_mode=force_generic_plan");
        return defaults;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "Database[" + url + "]";
    }
}
