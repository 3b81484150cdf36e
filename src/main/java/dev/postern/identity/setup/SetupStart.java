package dev.postern.identity.setup;

import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens at every start once the schema is there: built-in objects, the set-up file, the demo where it is wanted, and the way
 * to the first administrator where there is none.
 *
 * <p>Whatever is wrong stops the start.
 */
@Startup
@Singleton(name = "SetupStart")
@DependsOn("DatabaseStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class SetupStart {

    private static final Logger LOG = System.getLogger(SetupStart.class.getName());

    @Inject
    Configuration configuration;

    @Inject
    BuiltInObjects builtIn;

    @Inject
    SetupFileSource setupFile;

    @Inject
    Drafts drafts;

    @Inject
    DemoContent demo;

    @Inject
    FirstAdmin firstAdmin;

    @Inject
    PasswordReset passwordReset;

    @Inject
    StartNotices notices;

    @Inject
    Events events;

    @Inject
    Settings settings;

    @PostConstruct
    void start() {
        try {
            apply();
        } catch (SetupRefused refused) {
            notices.refuse(refused);
            throw refused;
        }
    }

    private void apply() {
        List<Event> changes = new ArrayList<>(configuration.bringAbout(builtIn::wanted));
        Optional<SetupFile> file = setupFile.read();
        file.ifPresent(found -> changes.addAll(configuration.bringAbout(() -> drafts.resolve(found))));
        if (settings.get(PlatformSettings.DEMO)) {
            notices.show(demo.make(changes));
        } else {
            firstAdmin.offer().ifPresent(notices::show);
        }
        if (passwordReset.isWanted()) {
            notices.show(passwordReset.reset(changes));
        }
        events.publish(changes);
        LOG.log(
                Level.INFO,
                "Set-up applied: {0} changes{1}",
                changes.size(),
                file.map(f -> " (" + f.owner() + ")").orElse(""));
    }
}
