package dev.postern.platform.request;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * How a request's body may come.
 *
 * @param mostBytes a larger one is answered 413
 * @param timeout how long it may take to arrive in all; a slower one is answered 408
 * @param slow at most so many may be awaited at once; more are answered 503
 */
public record BodyLimits(int mostBytes, Duration timeout, Semaphore slow) {

    private static final String NAME = BodyLimits.class.getName();

    /** Replaces the limits that every request has; say so before the body is asked for. */
    public void setOn(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    static @Nullable BodyLimits setOnly(HttpServletRequest request) {
        return (BodyLimits) request.getAttribute(NAME);
    }
}
