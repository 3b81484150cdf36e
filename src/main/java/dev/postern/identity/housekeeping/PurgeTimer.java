package dev.postern.identity.housekeeping;

import dev.postern.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs the purge on a schedule: every node asks, and who has the lease does it. */
@Startup
@Singleton
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class PurgeTimer {

    private static final Logger LOG = System.getLogger(PurgeTimer.class.getName());

    @Inject
    Purge purge;

    @Inject
    Settings settings;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        long interval = settings.get(HousekeepingSettings.INTERVAL).toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig("purge", false));
    }

    @Timeout
    void run() {
        try {
            int deleted = purge.run();
            if (deleted > 0) {
                LOG.log(Level.INFO, "Purge: {0} expired rows deleted", deleted);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "expired rows could not be deleted; it will be tried again", e);
        }
    }
}
