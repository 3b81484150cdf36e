package dev.postern.identity.backchannel;

import dev.postern.data.queue.Events;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.data.queue.LogoutRetries;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
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

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try {
            List<LogoutNotice> due = retries.claim(clock.instant(), MOST_AT_ONCE);
            events.logOut(due);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "logouts that are due could not be sent; it will be tried again", e);
        }
    }
}
