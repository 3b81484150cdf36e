package dev.postern.identity.administration.rights;

import java.util.Locale;

/** What there is to administer. Each area has rights of its own. */
public enum Area {
    CLIENTS,
    USERS,
    GRANTS,
    SCOPES,
    KEYS,
    AUDIT,
    REPORTS,
    SETTINGS,
    CONFIGURATION;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
