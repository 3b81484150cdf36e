package dev.postern.data.database;

import java.time.Instant;

/**
 * What a person has granted to a client until they withdraw it.
 *
 * @param since when they first granted anything of it
 */
public record Consent(String clientId, Permissions permissions, Instant since) {}
