package dev.postern.identity.authorization;

import dev.postern.data.database.Users;
import dev.postern.data.database.Users.DeviceSeen;
import dev.postern.data.queue.Notification;
import dev.postern.identity.authorization.session.Browser;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Devices that people sign in on, known by a long-lived cookie; a new one is told to its owner (H25). */
@Service
class Devices {

    private final Users users;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    Devices(Users users, RandomValues random, Clock clock) {
        this.users = users;
        this.random = random;
        this.clock = clock;
    }

    /** @param cookie the value by which the device is known from now on */
    record Device(String cookie, DeviceSeen seen) {

        String wire() {
            return seen.name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional
    public Device remember(String subject, Browser browser) {
        String cookie = browser.device().orElseGet(random::secret);
        return new Device(cookie, users.rememberDevice(subject, Digests.sha256(cookie), clock.instant()));
    }

    /** What the person is told about a sign-in on this device, if anything. */
    Optional<Notification> notification(Device device, String subject, String clientName) {
        if (device.seen() != DeviceSeen.NEW) {
            return Optional.empty();
        }
        CurrentRequest request = CurrentRequest.get();
        return Optional.of(new Notification(
                random.identifier(),
                Notification.Kind.NEW_DEVICE,
                subject,
                clock.instant(),
                request.traceId(),
                Map.of("application", clientName, "address", request.address(), "user_agent", request.userAgent())));
    }
}
