package dev.postern.identity.account;

import dev.postern.identity.consent.Application;
import dev.postern.identity.consent.Permission;
import java.time.Instant;
import java.util.List;

/**
 * An application with what a person has allowed it.
 *
 * @param formToken what the form that withdraws it must carry
 */
record AllowedApplication(
        String clientId, Application application, List<Permission> permissions, Instant since, String formToken) {

    AllowedApplication {
        permissions = List.copyOf(permissions);
    }
}
