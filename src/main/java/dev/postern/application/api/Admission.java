package dev.postern.application.api;

import dev.postern.bearer.AccessToken;

/** What the bearer token of a request came to. */
sealed interface Admission {

    /** Where the request keeps it. */
    String ATTRIBUTE = Admission.class.getName();

    /** The token is good for this API. */
    record Admitted(AccessToken token) implements Admission {}

    /** There is no token, it is not good, or that cannot be found out now. */
    record Refused(RuntimeException reason) implements Admission {}
}
