package dev.postern.identity.administration.grant;

import dev.postern.data.database.Grant;
import dev.postern.data.database.GrantRegister.FoundGrant;

/** A grant as it is at this moment. @param username who gave it; the subject if there is no such user */
public record ListedGrant(FoundGrant found, String username, GrantState state) {

    public Grant grant() {
        return found.grant();
    }

    /** Whether user and client may use what was issued under it, as long as that lasts. */
    public boolean isUsable() {
        return switch (state) {
            case ACTIVE, EXPIRED -> true;
            case REVOKED, USER_DISABLED, CLIENT_DISABLED, CLIENT_REMOVED -> false;
        };
    }
}
