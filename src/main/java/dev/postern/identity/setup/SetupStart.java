package dev.postern.identity.setup;

import dev.postern.data.Leases;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Settings;
import dev.postern.platform.Starting;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens at every start once the schema is there: built-in objects, the set-up file, the demo where it is wanted, and the way
 * to the first administrator where there is none.
 *
 * <p>Whatever is wrong stops the start. Nodes that start at the same moment do it one after another, and the second finds nothing to change.
 */
@Startup
@Singleton(name = "SetupStart")
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SetupStart {

    private static final String LEASE = "set-up";

    /** After this time a node that died in the middle of it is not waited for any more. */
    private static final Duration LEASE_FOR = Duration.ofMinutes(1);

    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final Logger LOG = System.getLogger(SetupStart.class.getName());

    @Inject
    Configuration configuration;

    @Inject
    BuiltInObjects builtIn;

    @Inject
    ConfigurationFiles files;

    @Inject
    DemoContent demo;

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    PasswordReset passwordReset;

    @Inject
    StartNotices notices;

    @Inject
    Leases leases;

    @Inject
    Events events;

    @Inject
    Settings settings;

    @PostConstruct
    void start() {
        awaitTurn();
        try {
            Starting.run(this::apply);
        } finally {
            leases.acquire(LEASE, Duration.ZERO);
        }
    }

    private void awaitTurn() {
        try {
            while (!leases.acquire(LEASE, LEASE_FOR)) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start was interrupted", e);
        }
    }

    private void apply() {
        Plan own = configuration.bringAbout(builtIn.wanted());
        Optional<Plan> file = files.applyAtStart();
        if (settings.get(PlatformSettings.DEMO)) {
            notices.show(demo.make());
        } else {
            firstAdmin.offer().ifPresent(notices::show);
        }
        if (passwordReset.isWanted()) {
            List<Event> changes = new ArrayList<>();
            notices.show(passwordReset.reset(changes));
            events.publish(changes);
        }
        LOG.log(
                Level.INFO,
                "Set-up applied: {0} changes{1}",
                own.differences().size()
                        + file.map(plan -> plan.differences().size()).orElse(0),
                file.map(plan -> " (" + plan.owner() + ")").orElse(""));
    }
}
