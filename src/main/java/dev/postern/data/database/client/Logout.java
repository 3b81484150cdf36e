package dev.postern.data.database.client;

import java.util.Set;

/**
 * What happens at the client when a person signs out: OpenID Connect RP-Initiated, Back-Channel and Front-Channel Logout.
 *
 * @param returnUris post_logout_redirect_uris, compared exactly
 * @param backChannelUri where logout tokens are sent, empty if nowhere
 * @param backChannelSessionRequired whether they must name the session
 * @param frontChannelUri what is shown in a frame, empty if nothing
 * @param frontChannelSessionRequired whether it is told issuer and session
 */
public record Logout(
        Set<String> returnUris,
        String backChannelUri,
        boolean backChannelSessionRequired,
        String frontChannelUri,
        boolean frontChannelSessionRequired) {

    public static final Logout NONE = returningTo(Set.of());

    /** Registered for sign-outs that it initiates itself only. */
    public static Logout returningTo(Set<String> uris) {
        return new Logout(uris, "", false, "", false);
    }
}
