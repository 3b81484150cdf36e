package dev.postern.identity.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the consent screen shows.
 *
 * @param interaction the id of the pending interaction, posted back
 * @param token the form's token against cross-site requests, posted back
 * @param person the name of who is signed in
 * @param scopes what is asked for, {@code offline_access} included
 * @param claims names of claims that are asked for besides
 * @param returnTo where the browser goes afterwards: the origin (or custom scheme) of the verified redirect URI, empty for a device
 * @param until when the grant ends by itself, if it does
 * @param withdrawAt the URL of the page where the grant can be withdrawn
 * @param userCode what the device shows that asks, empty if none does
 * @param uiLocales the request's {@code ui_locales}, or empty
 */
public record ConsentView(
        String interaction,
        String token,
        Application application,
        String person,
        List<RequestedScope> scopes,
        List<String> claims,
        String returnTo,
        Optional<Instant> until,
        String withdrawAt,
        String userCode,
        String uiLocales) {

    public ConsentView {
        scopes = List.copyOf(scopes);
        claims = List.copyOf(claims);
    }

    /** Whether a device asks that the person has in front of them, and no application in this browser. */
    public boolean ofDevice() {
        return !userCode.isEmpty();
    }
}
