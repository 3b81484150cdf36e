package dev.postern.data.database.client;

import java.time.Duration;

/**
 * The client's refresh tokens: RFC 6749 section 6, RFC 9700 section 4.14.
 *
 * @param reuseGrace for how long the immediate predecessor is answered with the same successor again
 */
public record Refresh(RefreshPolicy policy, RefreshUse use, Duration reuseGrace) {

    public static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

    public static final Refresh NEVER = new Refresh(RefreshPolicy.NEVER, RefreshUse.ROTATE, DEFAULT_GRACE);
}
