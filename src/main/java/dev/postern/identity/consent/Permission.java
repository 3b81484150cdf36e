package dev.postern.identity.consent;

import dev.postern.page.Words;
import java.util.List;
import java.util.stream.Stream;

/** One line of what is asked for: in words, with the name of the scope or claim as the protocol writes it. */
public record Permission(String words, String name) {

    /** The administrator's words come first, then ours for well-known scopes, then the bare name. */
    public static List<Permission> of(List<RequestedScope> scopes, List<String> claims, Words words) {
        return Stream.concat(
                        scopes.stream().map(scope -> new Permission(wording(scope, words), scope.name())),
                        claims.stream().map(claim -> new Permission(wording(claim, words), claim)))
                .toList();
    }

    private static String wording(String claim, Words words) {
        String key = "claim." + claim;
        return words.has(key) ? words.text(key) : words.text("claim.other", claim);
    }

    private static String wording(RequestedScope scope, Words words) {
        String key = "scope." + scope.name();
        String ours = words.has(key) ? words.text(key) : words.text("scope.other", scope.name());
        return scope.descriptions().getOrDefault(words.tag(), ours);
    }
}
