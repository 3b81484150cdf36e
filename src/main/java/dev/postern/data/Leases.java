package dev.postern.data;

import java.time.Duration;

/** Work that runs on one node at a time, whichever that is. */
public interface Leases {

    /**
     * Takes or renews the lease of this name for this node. Whoever works for long renews it between two steps, and stops when it is
     * another's.
     *
     * @param duration from now, by the database's clock; a holder that has died is followed after this time
     * @return false while another node holds it
     */
    boolean acquire(String name, Duration duration);
}
