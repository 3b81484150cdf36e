package dev.postern.identity.backchannel;

import dev.postern.data.queue.Events;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.data.queue.LogoutRetries;
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
import java.time.Clock;
import java.util.List;

/**
 * Puts logouts whose next attempt is due back into the queue. On every node: each row goes to whoever claims it, by one conditional
 * update, and one that died with it is followed when the claim ends.
 */
@Startup
@Singleton
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class LogoutRetryTimer {

    private static final Logger LOG = System.getLogger(LogoutRetryTimer.class.getName());
    private static final int MOST_AT_ONCE = 200;

    @Inject
    LogoutRetries retries;

    @Inject
    Events events;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @Resource
    TimerService timers;

    /** As often as the shortest pause between two attempts. */
    @PostConstruct
    void start() {
        long interval = settings.get(BackChannelSettings.FIRST_RETRY).toMillis();
        timers.createIntervalTimer(interval, interval, new TimerConfig("logout-retry", false));
    }

    @Timeout
    void look() {
        try {
            List<LogoutNotice> due = retries.claim(clock.instant(), MOST_AT_ONCE);
            events.logOut(due);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "logouts that are due could not be sent; it will be tried again", e);
        }
    }
}
