package dev.postern.identity.adminapi;

import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Hands a call to the part of the API that its operation belongs to. */
@Service
class AdminCalls {

    private final ClientCalls clients;
    private final UserCalls users;
    private final CatalogCalls catalog;
    private final GrantCalls grants;
    private final KeyCalls keys;
    private final AuditCalls audit;

    @Inject
    AdminCalls(
            ClientCalls clients,
            UserCalls users,
            CatalogCalls catalog,
            GrantCalls grants,
            KeyCalls keys,
            AuditCalls audit) {
        this.clients = clients;
        this.users = users;
        this.catalog = catalog;
        this.grants = grants;
        this.keys = keys;
        this.audit = audit;
    }

    Answer run(Call call) {
        Operation operation = call.operation();
        if (operation instanceof ClientOperation one) {
            return clients.run(one, call);
        }
        if (operation instanceof UserOperation one) {
            return users.run(one, call);
        }
        if (operation instanceof CatalogOperation one) {
            return catalog.run(one, call);
        }
        if (operation instanceof GrantOperation one) {
            return grants.run(one, call);
        }
        if (operation instanceof KeyOperation one) {
            return keys.run(one, call);
        }
        if (operation instanceof AuditOperation one) {
            return audit.run(one, call);
        }
        throw new IllegalStateException("nobody runs " + operation.name());
    }
}
