package dev.postern.identity.authorization.logout;

import java.util.List;

/**
 * What the page after a logout does, as it is kept in the cache.
 *
 * @param frames URLs at which applications sign the person out
 * @param continueAt where the browser goes then, verified; empty if it stays
 */
public record SignedOut(List<String> frames, String continueAt, String uiLocales) {}
