package dev.postern.identity.registration;

import dev.postern.data.database.client.Localised;
import dev.postern.data.database.client.Presentation;
import dev.postern.identity.rule.Breach;
import java.util.Optional;
import java.util.function.Function;

/** What people may be shown of a client: RFC 7591 sections 2 and 5. */
final class PresentationRules {

    private PresentationRules() {}

    static void check(Presentation shown, Violations violations) {
        everyLanguage("client_name", shown.name(), TextRules::refuseName, violations);
        everyLanguage("logo_uri", shown.logoUri(), UriRules::refusePage, violations);
        everyLanguage("client_uri", shown.clientUri(), UriRules::refusePage, violations);
        everyLanguage("policy_uri", shown.policyUri(), UriRules::refusePage, violations);
        everyLanguage("tos_uri", shown.tosUri(), UriRules::refusePage, violations);
        violations.each("contacts", shown.contacts(), TextRules::refuseName);
        violations.one("software_id", shown.softwareId(), TextRules::refuseName);
        violations.one("software_version", shown.softwareVersion(), TextRules::refuseName);
    }

    private static void everyLanguage(
            String field, Localised text, Function<String, Optional<Breach>> rule, Violations violations) {
        violations.one(field, text.plain(), rule);
        text.byTag().forEach((tag, translated) -> violations.one(field + "#" + tag, translated, rule));
    }
}
