package dev.postern.identity.keys;

import dev.postern.data.database.ResourceServer;
import dev.postern.data.database.ResourceServers;
import dev.postern.data.database.SigningKeyRow;
import dev.postern.identity.resource.ResourceSettings;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** When a signing key takes the place of another, and when one is gone. */
@Service
public class KeySchedule {

    private final ResourceServers servers;
    private final Settings settings;

    @Inject
    public KeySchedule(ResourceServers servers, Settings settings) {
        this.servers = servers;
        this.settings = settings;
    }

    /** When the next key signs in the place of the active one: that has signed for its time, and the next one is known long enough. */
    public Instant rotation(SigningKeyRow active, SigningKeyRow next) {
        Instant served = active.activatedAt().orElse(active.createdAt()).plus(settings.get(KeySettings.ACTIVE_FOR));
        Instant known = next.createdAt().plus(settings.get(KeySettings.PUBLISHED_AHEAD));
        return served.isBefore(known) ? known : served;
    }

    /** When a retired key is believed no more: not before the last access token that it signed has expired. */
    public Instant removal(SigningKeyRow retired) {
        Duration longestToken = servers.all().stream()
                .map(ResourceServer::tokenLifetime)
                .reduce(settings.get(ResourceSettings.ACCESS_TOKEN_LIFETIME), KeySchedule::longer);
        Duration kept = longer(settings.get(KeySettings.RETIRED_FOR), longestToken);
        return retired.retiredAt().orElse(retired.createdAt()).plus(kept);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
