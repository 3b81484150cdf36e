package dev.postern.identity.console.frame;

import dev.postern.identity.administration.rights.Area;
import java.util.Locale;

/** The console's areas in the order of its navigation. Its address is {@code /console/<name>}, its view {@code console/<name>.xhtml}. */
public enum Place {
    OVERVIEW(Area.SETTINGS),
    CLIENTS(Area.CLIENTS),
    REGISTRATION_TOKENS(Area.CLIENTS),
    USERS(Area.USERS),
    GRANTS(Area.GRANTS),
    SCOPES(Area.SCOPES),
    KEYS(Area.KEYS),
    SESSIONS(Area.USERS),
    AUDIT(Area.AUDIT),
    REPORTS(Area.REPORTS),
    SETTINGS(Area.SETTINGS);

    private final Area area;

    Place(Area area) {
        this.area = area;
    }

    /** What there is to administer. */
    public Area area() {
        return area;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Below the issuer's path. */
    public String path() {
        return this == OVERVIEW ? "/console" : "/console/" + id();
    }

    /** Pages of an area begin with its name: {@code /console/clients}, {@code /console/client-new} or {@code /console/clients-x} are all of CLIENTS; APIs are with SCOPES. */
    boolean holds(String path) {
        String stem = this == OVERVIEW ? path() : path().substring(0, path().length() - 1);
        boolean isApi = this == SCOPES && path.startsWith("/console/api");
        return isApi || (this == OVERVIEW ? path.equals(stem) : path.startsWith(stem));
    }
}
