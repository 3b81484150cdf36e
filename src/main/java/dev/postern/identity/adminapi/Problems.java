package dev.postern.identity.adminapi;

import dev.postern.identity.administration.change.AdministrationRefused;
import dev.postern.identity.administration.rights.Right;
import dev.postern.identity.http.Reply;
import dev.postern.identity.registration.Citations;
import dev.postern.identity.registration.Problem;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Json;
import dev.postern.platform.ProblemDetails;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Refusals of the admin API as problem details: RFC 9457. */
final class Problems {

    private static final String REALM = "Bearer realm=\"admin\"";

    private Problems() {}

    /**
     * The answer to a refusal of ours; empty for any other failure.
     *
     * @param longest how old a sign-in may be, for whoever must sign in again
     */
    static Optional<Reply> known(RuntimeException thrown, Duration longest) {
        if (thrown instanceof AdministrationRefused refused) {
            return Optional.of(of(refused, longest));
        }
        if (thrown instanceof OAuthRefused refused) {
            return Optional.of(badToken(refused));
        }
        if (thrown instanceof AdminBody.Unreadable unreadable) {
            return Optional.of(of(
                    unreadable.status(), "unreadable", "The body is refused", String.valueOf(unreadable.getMessage())));
        }
        return thrown instanceof Call.ConditionMissing
                ? Optional.of(of(
                        428,
                        "condition-missing",
                        "If-Match is missing",
                        "Say by If-Match, with the ETag that you have read, which version you want to change."))
                : Optional.empty();
    }

    private static Reply of(AdministrationRefused refused, Duration longest) {
        Map<String, Object> more = new LinkedHashMap<>();
        if (!refused.violations().isEmpty()) {
            more.put(
                    "violations",
                    refused.violations().stream().map(Problems::violation).toList());
        }
        if (!refused.current().isEmpty()) {
            more.put("current", refused.current());
        }
        return switch (refused.reason()) {
            case FORBIDDEN -> of(403, "forbidden", "This is not allowed", refused.detail(Locale.ENGLISH), more);
            case STALE_SIGN_IN -> staleSignIn(refused.detail(Locale.ENGLISH), longest);
            case UNKNOWN -> of(404, "unknown", "There is nothing here", refused.detail(Locale.ENGLISH), more);
            case INVALID -> of(422, "invalid", "The values break rules", refused.detail(Locale.ENGLISH), more);
            case TAKEN -> of(409, "taken", "The name is taken", refused.detail(Locale.ENGLISH), more);
            case OWNED -> of(409, "owned", "It is changed elsewhere", refused.detail(Locale.ENGLISH), more);
            case CHANGED -> of(412, "changed", "It was changed in the meantime", refused.detail(Locale.ENGLISH), more);
            case IN_THE_WAY ->
                of(409, "in-the-way", "Its state does not allow this", refused.detail(Locale.ENGLISH), more);
        };
    }

    private static Map<String, Object> violation(Problem problem) {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("field", problem.pointer());
        violation.put("reason", problem.reason());
        violation.put("rule", Citations.of(problem.pointer(), Locale.ENGLISH));
        return violation;
    }

    private static Reply of(int status, String type, String title, String detail) {
        return of(status, type, title, detail, Map.of());
    }

    private static Reply of(int status, String type, String title, String detail, Map<String, Object> more) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:postern:problem:" + type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("request_id", CurrentRequest.get().requestId());
        members.putAll(more);
        return Reply.of(status, ProblemDetails.MEDIA_TYPE, Json.write(members).getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    /** RFC 6750 section 3.1: no error code where there was no token. */
    static Reply noToken() {
        return of(401, "unauthorized", "Who are you?", "A bearer token for the admin API is needed.")
                .with("WWW-Authenticate", REALM);
    }

    private static Reply badToken(OAuthRefused refused) {
        int status = refused.code() == OAuthErrorCode.INVALID_REQUEST ? 400 : 401;
        return of(status, "unauthorized", "The token is refused", refused.description())
                .with("WWW-Authenticate", challenge(refused.code().wire(), refused.description()));
    }

    static Reply tooLittleScope(Right right) {
        return of(
                        403,
                        "forbidden",
                        "The token lacks a scope",
                        "It needs " + right.wide() + " or, where there is such a scope, " + right.narrow() + ".")
                .with(
                        "WWW-Authenticate",
                        challenge("insufficient_scope", "the token lacks a scope") + ", scope=\"" + right.wide()
                                + "\"");
    }

    static Reply wrongRole() {
        return of(403, "forbidden", "Your role does not allow this", "Auditors look at everything and change nothing.");
    }

    /** RFC 9470 section 3: a person has to prove again who they are. */
    private static Reply staleSignIn(String detail, Duration longest) {
        return of(401, "stale-sign-in", "Sign in again", detail)
                .with(
                        "WWW-Authenticate",
                        challenge("insufficient_user_authentication", "a more recent sign-in is needed") + ", max_age="
                                + longest.toSeconds());
    }

    static Reply unknownPath() {
        return of(404, "unknown", "There is nothing here", "The OpenAPI document lists all operations.");
    }

    static Reply methodNotAllowed(List<String> allowed) {
        return of(405, "method", "The method is not allowed", "Use " + String.join(", ", allowed) + ".")
                .with("Allow", String.join(", ", allowed));
    }

    private static String challenge(String error, String description) {
        return REALM + ", error=\"" + error + "\", error_description=\"" + description + "\"";
    }
}
