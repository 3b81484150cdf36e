package dev.postern.identity.keys;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks after the signing keys on every node, twice a minute. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyTimer {

    private static final Logger LOG = System.getLogger(KeyTimer.class.getName());

    @Inject
    SigningKeys keys;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void look() {
        try {
            keys.tick();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the signing keys could not be looked after; it will be tried again", e);
        }
    }
}
