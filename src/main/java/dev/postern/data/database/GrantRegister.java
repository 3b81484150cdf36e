package dev.postern.data.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants as administrators see them: revoked ones too, until they are purged. */
public interface GrantRegister {

    Optional<FoundGrant> find(String grantId);

    /** Those that last longest first, so that what counts comes before what is over. @param subject and clientId empty: any */
    List<FoundGrant> page(String subject, String clientId, Optional<Place> after, int limit);

    /** How many grants of a client still count, up to a bound. */
    LiveGrants liveOf(String clientId, int atMost);

    /** @param people how many different ones have given them */
    record LiveGrants(int grants, int people) {}

    /** A grant by its place in the order. */
    record Place(Instant expiresAt, String id) {

        public static Place of(FoundGrant found) {
            return new Place(found.grant().expiresAt(), found.grant().id());
        }
    }

    /** @param revokedAt empty while it counts */
    record FoundGrant(Grant grant, Optional<Instant> revokedAt, String reason) {}
}
