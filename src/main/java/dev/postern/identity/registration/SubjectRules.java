package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.SubjectType;
import dev.postern.identity.rule.Rule;
import java.net.URI;
import java.util.Objects;

/** Whom a client's subjects belong to: OpenID Connect Core section 8.1. */
final class SubjectRules {

    private SubjectRules() {}

    static void check(Client client, Violations violations) {
        violations.one("sector_identifier_uri", client.identity().sectorIdentifierUri(), UriRules::refusePage);
        boolean needsSector = client.identity().subjectType() == SubjectType.PAIRWISE
                && client.identity().sectorIdentifierUri().isEmpty()
                && hosts(client) > 1;
        if (needsSector) {
            violations.refuse("sector_identifier_uri", Rule.SECTOR_NEEDED);
        }
    }

    private static long hosts(Client client) {
        return client.redirection().redirectUris().stream()
                .filter(uri -> UriRules.refuseAbsolute(uri).isEmpty())
                .map(uri -> Objects.toString(URI.create(uri).getHost(), ""))
                .distinct()
                .count();
    }
}
