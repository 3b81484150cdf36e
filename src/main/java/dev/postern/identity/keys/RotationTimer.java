package dev.postern.identity.keys;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Looks every second whether an administrator wants the signing keys rotated. On every node, since each has a data folder of its own
 * and the request is in one of them.
 */
@Startup
@Singleton
@DependsOn("KeyTimer")
@TransactionManagement(TransactionManagementType.BEAN)
public class RotationTimer {

    private static final Logger LOG = System.getLogger(RotationTimer.class.getName());

    @Inject
    RotationRequests requests;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        try {
            requests.look();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "the request to rotate the signing keys could not be taken or answered", e);
        }
    }
}
