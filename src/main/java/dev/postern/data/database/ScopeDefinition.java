package dev.postern.data.database;

import java.util.Map;

/**
 * A scope value and how people are told what it means.
 *
 * @param descriptions by language tag, in words a person uses: "read your notes"
 * @param claims the user claims that it releases (OpenID Connect Core section 5.4), empty for API scopes
 */
public record ScopeDefinition(String name, Map<String, String> descriptions, java.util.Set<String> claims) {}
