package dev.postern.data.database.client;

import java.util.List;

/**
 * Who the client is to people: RFC 7591 section 2.
 *
 * @param name may be empty; then the id is shown
 * @param logoUri shown on login and consent
 * @param clientUri its home page
 * @param initiateLoginUri where a third party may start a sign-in (OpenID Connect Core section 4), empty if nowhere
 * @param softwareId what program it is, the same for all its copies
 */
public record Presentation(
        Localised name,
        Localised logoUri,
        Localised clientUri,
        Localised policyUri,
        Localised tosUri,
        List<String> contacts,
        String initiateLoginUri,
        String softwareId,
        String softwareVersion) {

    public static final Presentation NONE = named(Localised.NONE);

    /** A name and nothing else. */
    public static Presentation named(Localised name) {
        return new Presentation(
                name, Localised.NONE, Localised.NONE, Localised.NONE, Localised.NONE, List.of(), "", "", "");
    }
}
