package dev.postern.application.reporting;

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
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the ETL on a schedule: every node asks, and who has the lease does it. */
@Startup
@Singleton
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class ReportingTimer {

    private static final Logger LOG = Logger.getLogger(ReportingTimer.class.getName());

    @Inject
    SignInEtl etl;

    @Inject
    Settings settings;

    @Resource
    TimerService timers;

    @PostConstruct
    void start() {
        long interval = settings.get(ReportingSettings.INTERVAL).toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig("reporting", false));
    }

    @Timeout
    void run() {
        try {
            etl.run();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Audit rows could not be loaded into the reporting store; it will be tried again",
                    e);
        }
    }
}
