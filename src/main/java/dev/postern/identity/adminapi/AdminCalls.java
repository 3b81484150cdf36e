package dev.postern.identity.adminapi;

import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** Hands a call to the part of the API that its operation belongs to. */
@Service
class AdminCalls {

    private final ClientCalls clients;
    private final RegistrationTokenCalls registrationTokens;
    private final UserCalls users;
    private final CatalogCalls catalog;
    private final GrantCalls grants;
    private final KeyCalls keys;
    private final AuditCalls audit;
    private final ReportCalls reports;
    private final ConfigurationCalls configuration;
    private final SettingCalls settings;
    private final OverviewCalls overview;

    @Inject
    AdminCalls(
            ClientCalls clients,
            RegistrationTokenCalls registrationTokens,
            UserCalls users,
            CatalogCalls catalog,
            GrantCalls grants,
            KeyCalls keys,
            AuditCalls audit,
            ReportCalls reports,
            ConfigurationCalls configuration,
            SettingCalls settings,
            OverviewCalls overview) {
        this.clients = clients;
        this.registrationTokens = registrationTokens;
        this.users = users;
        this.catalog = catalog;
        this.grants = grants;
        this.keys = keys;
        this.audit = audit;
        this.reports = reports;
        this.configuration = configuration;
        this.settings = settings;
        this.overview = overview;
    }

    Answer run(Call call) {
        Operation operation = call.operation();
        if (operation instanceof ClientOperation one) {
            return clients.run(one, call);
        }
        if (operation instanceof RegistrationTokenOperation one) {
            return registrationTokens.run(one, call);
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
        if (operation instanceof ReportOperation one) {
            return reports.run(one, call);
        }
        if (operation instanceof ConfigurationOperation one) {
            return configuration.run(one, call);
        }
        if (operation instanceof SettingOperation one) {
            return settings.run(one, call);
        }
        if (operation instanceof OverviewOperation one) {
            return overview.run(one, call);
        }
        throw new IllegalStateException("nobody runs " + operation.name());
    }
}
