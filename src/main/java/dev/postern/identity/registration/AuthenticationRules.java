package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.Keys;
import dev.postern.identity.clientauth.SecretMacs;
import dev.postern.identity.clientkeys.UsableKeys;
import dev.postern.identity.rule.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a client may prove who it is: RFC 7591 section 2, OpenID Connect Core section 9. */
final class AuthenticationRules {

    static final int SHORTEST_SECRET = 32;

    private static final Pattern SECRET = Pattern.compile("[\\x20-\\x7E]{" + SHORTEST_SECRET + ",512}");

    private AuthenticationRules() {}

    static boolean isMissingSecret(Violation violation) {
        return violation.breach().rule() == Rule.SECRET_NEEDED;
    }

    static void check(ClientDraft draft, Violations violations) {
        checkSecret(draft, violations);
        checkKeys(draft.client(), violations);
        checkAlgorithm(draft, violations);
        checkAudience(draft.client().authentication(), violations);
    }

    private static void checkSecret(ClientDraft draft, Violations violations) {
        ClientAuthenticationMethod method = draft.client().authentication().method();
        if (method.usesSecret() && draft.secret().isEmpty()) {
            violations.refuse("token_endpoint_auth_method", Rule.SECRET_NEEDED, method.wire());
        }
        if (!method.usesSecret() && draft.secret().isPresent()) {
            violations.refuse("client_secret", Rule.SECRET_NOT_USED, method.wire());
        }
        draft.secret()
                .filter(secret -> !SECRET.matcher(secret.value()).matches())
                .ifPresent(secret -> violations.refuse("client_secret", Rule.SECRET_FORM, SHORTEST_SECRET));
    }

    private static void checkKeys(Client client, Violations violations) {
        Keys keys = client.keys();
        if (client.authentication().method() == ClientAuthenticationMethod.PRIVATE_KEY_JWT && !keys.any()) {
            violations.refuse("jwks", Rule.KEYS_NEEDED);
        }
        if (!keys.jwks().isEmpty() && !keys.jwksUri().isEmpty()) {
            violations.refuse("jwks_uri", Rule.KEYS_TWICE);
        }
        violations.one("jwks", keys.jwks(), jwks -> KeySetRules.refuse(jwks, needed(client.authentication())));
        violations.one("jwks_uri", keys.jwksUri(), UriRules::refusePage);
    }

    /** The algorithm that a key must be there for, empty: any. */
    private static String needed(Authentication authentication) {
        return authentication.method() == ClientAuthenticationMethod.PRIVATE_KEY_JWT ? authentication.algorithm() : "";
    }

    private static void checkAlgorithm(ClientDraft draft, Violations violations) {
        Authentication authentication = draft.client().authentication();
        Set<String> allowed = switch (authentication.method()) {
            case PRIVATE_KEY_JWT -> Set.copyOf(UsableKeys.ALGORITHMS);
            case CLIENT_SECRET_JWT -> SecretMacs.SHORTEST_KEYS.keySet();
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, NONE -> Set.of();
        };
        violations.one(
                "token_endpoint_auth_signing_alg",
                authentication.algorithm(),
                algorithm -> allowed.isEmpty()
                        ? Optional.of(Rule.OF_ASSERTIONS.brokenBy())
                        : Violations.oneOf(allowed).apply(algorithm));
        int shortest = SecretMacs.SHORTEST_KEYS.getOrDefault(authentication.algorithm(), 0);
        draft.secret()
                .filter(secret -> secret.value().length() < shortest)
                .ifPresent(secret -> violations.refuse(
                        "client_secret", Rule.SECRET_SHORT_FOR_ALGORITHM, shortest, authentication.algorithm()));
    }

    private static void checkAudience(Authentication authentication, Violations violations) {
        if (authentication.audience() != AssertionAudience.ISSUER
                && !authentication.method().usesAssertion()) {
            violations.refuse("assertion_audience", Rule.OF_ASSERTIONS);
        }
    }
}
