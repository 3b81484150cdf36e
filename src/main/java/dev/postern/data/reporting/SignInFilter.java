package dev.postern.data.reporting;

import java.time.Instant;

/**
 * Which sign-ins are meant; empty text means any.
 *
 * @param from inclusive
 * @param until exclusive
 */
public record SignInFilter(Instant from, Instant until, String clientId, String outcome, String method) {

    public static SignInFilter of(Instant from, Instant until) {
        return new SignInFilter(from, until, "", "", "");
    }
}
