package dev.postern.identity.authorization;

import dev.postern.data.queue.AuthorizationFacts;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import java.util.regex.Pattern;

/** What the audit trail is told about an authorization request: never state, nonce, challenge or hint, and nothing that would not fit. */
final class Facts {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_CLIENT_ID = 255;

    private Facts() {}

    static AuthorizationFacts of(AuthorizationRequest request) {
        return new AuthorizationFacts(
                cut(request.clientId(), LONGEST_CLIENT_ID),
                clean(request.redirectUri()),
                clean(request.scope()),
                clean(request.responseType()),
                clean(request.responseMode()),
                clean(String.join(" ", request.prompt())),
                request.codeChallenge().isEmpty() ? "" : clean(request.codeChallengeMethod()));
    }

    private static String cut(String text, int length) {
        return clean(text.length() > length ? text.substring(0, length) : text);
    }

    private static String clean(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                ? CONTROL.matcher(text).replaceAll(" ")
                : text;
    }
}
