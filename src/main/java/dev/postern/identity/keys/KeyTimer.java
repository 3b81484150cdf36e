package dev.postern.identity.keys;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Looks after the signing keys on every node: at the start, so that the first request finds them, and twice a minute.
 *
 * <p>Every node reads the keys that the others may have changed; making, activating and retiring them is one node's, by lease.
 */
@Startup
@Singleton
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyTimer {

    private static final Logger LOG = System.getLogger(KeyTimer.class.getName());

    @Inject
    SigningKeys keys;

    @PostConstruct
    void start() {
        look();
    }

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void look() {
        try {
            keys.tick();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the signing keys could not be looked after; it will be tried again", e);
        }
    }
}
