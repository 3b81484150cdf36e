package dev.postern.identity.registration.dynamic;

import dev.postern.identity.registration.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A registration that is refused: RFC 7591 section 3.2.2, RFC 6750 section 3.1. */
final class RegistrationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_PROBLEMS = 5;

    /** Error codes with their status. */
    enum Code {
        INVALID_REDIRECT_URI(400),
        INVALID_CLIENT_METADATA(400),
        INVALID_REQUEST(400),
        INVALID_TOKEN(401),
        ACCESS_DENIED(403),
        SLOW_DOWN(429);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Code code;
    private final String description;

    RegistrationRefused(Code code, String description) {
        super(code.wire() + ": " + description, null, false, false);
        this.code = code;
        this.description = description;
    }

    /** Names the fields that are wrong, and why; never what they hold. */
    static RegistrationRefused of(List<Problem> problems) {
        boolean redirects =
                problems.stream().allMatch(problem -> problem.pointer().startsWith("/redirect_uris"));
        String description = problems.stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> (problem.pointer().replaceFirst("^/", "") + " " + problem.reason()).strip())
                .collect(Collectors.joining("; "));
        return new RegistrationRefused(
                redirects ? Code.INVALID_REDIRECT_URI : Code.INVALID_CLIENT_METADATA, printable(description));
    }

    static RegistrationRefused unauthorized(String description) {
        return new RegistrationRefused(Code.INVALID_TOKEN, description);
    }

    /** The characters that RFC 6749 section 5.2 allows: names of unknown fields are the sender's. */
    private static String printable(String text) {
        return text.replace('"', '\'').replace('\\', '/').replaceAll("[^\\x20-\\x7E]", "?");
    }

    Code code() {
        return code;
    }

    String description() {
        return description;
    }
}
