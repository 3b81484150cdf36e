package dev.postern.identity.administration.key;

import java.time.Instant;

/**
 * The next rotation of an algorithm.
 *
 * @param active the id of the key that signs now
 * @param next the id of the key that signs from then on
 */
public record PlannedRotation(String algorithm, String active, String next, Instant at) {}
