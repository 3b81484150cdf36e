package dev.postern.identity.registration;

import dev.postern.data.database.ScopeDefinition;
import dev.postern.identity.rule.Rule;
import dev.postern.protocol.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scope definitions as JSON, and what they may be: RFC 6749 section 3.3. */
public final class ScopeMetadata {

    /** Every field; a trailing # stands for a language tag. */
    public static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of("name", "description", "description#", "claims"));

    /** Scopes that the server knows by itself. */
    public static final Set<String> BUILT_IN =
            Set.of("openid", "profile", "email", "address", "phone", "offline_access");

    private ScopeMetadata() {}

    public static ScopeDefinition read(StrictFields fields) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        fields.text("description").ifPresent(text -> descriptions.put("en", text));
        descriptions.putAll(fields.localised("description"));
        return new ScopeDefinition(fields.requiredText("name"), descriptions, fields.texts("claims", Set.of()));
    }

    /** What {@link #read} reads. */
    public static Map<String, Object> write(ScopeDefinition scope) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", scope.name());
        scope.descriptions()
                .forEach((tag, text) -> fields.put(tag.equals("en") ? "description" : "description#" + tag, text));
        if (!scope.claims().isEmpty()) {
            fields.put("claims", scope.claims());
        }
        return fields;
    }

    /** Every rule that a scope definition breaks. */
    public static List<Violation> check(ScopeDefinition scope) {
        List<Violation> violations = new ArrayList<>();
        boolean oneValue = Scope.parse(scope.name())
                .filter(parsed -> parsed.values().size() == 1)
                .isPresent();
        if (!oneValue || scope.name().length() > 255) {
            violations.add(Violation.of("name", Rule.NOT_ONE_SCOPE.brokenBy()));
        }
        if (BUILT_IN.contains(scope.name())) {
            violations.add(Violation.of("name", Rule.BUILT_IN.brokenBy()));
        }
        if (scope.descriptions().isEmpty()) {
            violations.add(Violation.of("description", Rule.DESCRIPTION_MISSING.brokenBy()));
        }
        scope.descriptions()
                .forEach((tag, text) -> TextRules.refuseName(text)
                        .ifPresent(breach -> violations.add(
                                Violation.of(tag.equals("en") ? "description" : "description#" + tag, breach))));
        if (!java.util.Collections.disjoint(scope.claims(), UserMetadata.RESERVED_CLAIMS)) {
            violations.add(Violation.of("claims", Rule.CLAIMS_OF_PROTOCOL.brokenBy()));
        }
        return violations;
    }
}
