package dev.postern.identity.adminapi;

import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** The parts of the API, of which each operation knows its own. */
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

    ClientCalls clients() {
        return clients;
    }

    RegistrationTokenCalls registrationTokens() {
        return registrationTokens;
    }

    UserCalls users() {
        return users;
    }

    CatalogCalls catalog() {
        return catalog;
    }

    GrantCalls grants() {
        return grants;
    }

    KeyCalls keys() {
        return keys;
    }

    AuditCalls audit() {
        return audit;
    }

    ReportCalls reports() {
        return reports;
    }

    ConfigurationCalls configuration() {
        return configuration;
    }

    SettingCalls settings() {
        return settings;
    }

    OverviewCalls overview() {
        return overview;
    }
}
