package dev.postern.identity.administration.rights;

import dev.postern.protocol.Scope;

/** The right to look at an area or to change it. */
public record Right(Area area, Access access) {

    /** The scope value for every area. */
    public String wide() {
        return "admin:" + access.wire();
    }

    /** The scope value for this area alone. */
    public String narrow() {
        return "admin:" + area.wire() + ":" + access.wire();
    }

    /** Either value is enough. To change does not mean to look. */
    boolean isIn(Scope scope) {
        return scope.has(wide()) || scope.has(narrow());
    }
}
