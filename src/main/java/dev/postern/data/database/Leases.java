package dev.postern.data.database;

import java.time.Duration;

/** Work that runs on one node at a time. */
public interface Leases {

    /** Takes or renews the lease of this name for this node. @return false while another node holds it */
    boolean acquire(String name, Duration duration);
}
