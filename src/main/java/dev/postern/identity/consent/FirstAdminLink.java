package dev.postern.identity.consent;

import java.util.Optional;

/** What the page for the first administrator may know about its one-time link; answered by the set-up's package. */
public interface FirstAdminLink {

    /**
     * @param notice name of the {@link Notice} to show; anything else shows none
     * @param username what was typed before
     * @return empty if the link is unknown, spent or too old
     */
    Optional<FirstAdminView> open(String link, String notice, String username);
}
