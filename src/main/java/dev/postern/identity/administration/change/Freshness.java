package dev.postern.identity.administration.change;

import dev.postern.identity.administration.AdministrationSettings;
import dev.postern.identity.administration.change.AdministrationRefused.Reason;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.rule.Rule;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Whoever changes secrets, keys or roles must have signed in lately: {@link AdministrationSettings#FRESH_SIGN_IN}. */
@Service
public class Freshness {

    private final Clock clock;
    private final Duration longest;

    @Inject
    public Freshness(Clock clock, Settings settings) {
        this.clock = clock;
        this.longest = settings.get(AdministrationSettings.FRESH_SIGN_IN);
    }

    /** How old a sign-in may be. */
    public Duration longest() {
        return longest;
    }

    /** @throws AdministrationRefused if their sign-in is too long ago */
    public void require(Administrator who) {
        if (!who.isFresh(clock.instant(), longest)) {
            throw AdministrationRefused.because(Reason.STALE_SIGN_IN, Rule.STALE_SIGN_IN);
        }
    }
}
