package dev.postern.identity.consent;

import dev.postern.page.Words;
import java.util.List;

/** One line of what is asked for: in words, with the scope's name as the protocol writes it. */
public record Permission(String words, String scope) {

    /** The administrator's words come first, then ours for well-known scopes, then the bare name. */
    public static List<Permission> of(List<RequestedScope> scopes, Words words) {
        return scopes.stream()
                .map(scope -> new Permission(wording(scope, words), scope.name()))
                .toList();
    }

    private static String wording(RequestedScope scope, Words words) {
        String key = "scope." + scope.name();
        String ours = words.has(key) ? words.text(key) : words.text("scope.other", scope.name());
        return scope.descriptions().getOrDefault(words.tag(), ours);
    }
}
