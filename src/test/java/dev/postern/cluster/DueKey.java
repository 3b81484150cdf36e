package dev.postern.cluster;

import dev.postern.platform.Json;
import java.util.List;
import java.util.Map;

/**
 * A signing key whose time is over, and what the nodes make of that.
 *
 * @param kid of the key that signed until now
 * @param before what had happened to keys of this algorithm by then
 */
record DueKey(Cluster cluster, String algorithm, String kid, List<String> before) {

    /** Makes the active key of an algorithm older than keys may get. */
    static DueKey of(Cluster cluster, String algorithm) {
        Map<String, Object> active = cluster.database()
                .rows("select kid from signing_key where algorithm = ? and state = 'active'", algorithm)
                .get(0);
        DueKey due = new DueKey(cluster, algorithm, String.valueOf(active.get("kid")), changes(cluster, algorithm));
        cluster.database()
                .update(
                        "update signing_key set created_at = created_at - interval '100 days',"
                                + " activated_at = activated_at - interval '100 days' where algorithm = ?",
                        algorithm);
        return due;
    }

    boolean isRetired() {
        return cluster.database().number("select count(*) from signing_key where kid = ? and state = 'retired'", kid)
                == 1;
    }

    /** What the audit trail says that has happened to keys of this algorithm since then, by the alphabet. */
    List<String> changesSince() {
        return changes(cluster, algorithm).stream().skip(before.size()).sorted().toList();
    }

    private static List<String> changes(Cluster cluster, String algorithm) {
        return cluster
                .database()
                .rows(
                        "select details from audit_event where type = 'signing_key_changed' order by recorded_at, occurred_at")
                .stream()
                .map(row -> Json.readObject(String.valueOf(row.get("details"))))
                .filter(details -> algorithm.equals(details.get("algorithm")))
                .map(details -> String.valueOf(details.get("change")))
                .toList();
    }
}
