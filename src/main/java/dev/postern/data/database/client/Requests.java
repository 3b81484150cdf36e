package dev.postern.data.database.client;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How its authorization requests must be, and what they mean where they say nothing: OpenID Connect Registration section 2.
 *
 * @param objectAlgorithm request_object_signing_alg, empty: any that we support
 * @param requestUris request_uris that it may refer to
 * @param defaultMaxAge default_max_age in seconds, {@link #NO_MAX_AGE} if it registered none
 * @param requireAuthTime whether its ID tokens always say when the person signed in
 */
public record Requests(
        PkcePolicy pkce,
        String objectAlgorithm,
        Set<String> requestUris,
        long defaultMaxAge,
        boolean requireAuthTime,
        List<String> defaultAcrValues) {

    public static final long NO_MAX_AGE = -1;

    public static final Requests DEFAULT =
            new Requests(PkcePolicy.REQUIRED, "", Set.of(), NO_MAX_AGE, false, List.of());

    /** default_max_age in seconds, if it registered one. */
    public OptionalLong maxAge() {
        return defaultMaxAge < 0 ? OptionalLong.empty() : OptionalLong.of(defaultMaxAge);
    }
}
