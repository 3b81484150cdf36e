package dev.postern.data.database;

import dev.postern.data.Sql;
import dev.postern.platform.Digests;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;

/** Whether the master keys are those that this database was made with: each version leaves a check value that gives nothing away. */
@Service
class MasterKeyCheck {

    private static final String PURPOSE = "master-key-check";

    private final Sql sql;
    private final MasterKeys masterKeys;

    @Inject
    MasterKeyCheck(Sql sql, MasterKeys masterKeys) {
        this.sql = sql;
        this.masterKeys = masterKeys;
    }

    private record Check(int version, String value) {}

    /** @throws IllegalStateException if what the database holds sealed could not be opened */
    void run() {
        int current = masterKeys.currentVersion();
        sql.insertOnce(
                "insert into master_key_check (version, check_value) values (?, ?) on conflict do nothing",
                current,
                valueOf(current));
        List<Check> checks = sql.all(
                "select version, check_value from master_key_check",
                row -> new Check(row.getInt("version"), row.getString("check_value")));
        for (Check check : checks) {
            if (masterKeys.knows(check.version) && !valueOf(check.version).equals(check.value)) {
                throw new IllegalStateException("master key version " + check.version
                        + " is not the one that this database was made with: put the right master key file in place"
                        + " (setting postern.master-key-file), or start with an empty database");
            }
        }
    }

    private String valueOf(int version) {
        byte[] key = masterKeys.derive(PURPOSE, version);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(key));
    }
}
