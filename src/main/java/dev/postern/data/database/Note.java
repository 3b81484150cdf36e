package dev.postern.data.database;

import java.time.Instant;

/** A user's note: the protected resource of the API (B8). */
public record Note(String id, String subject, String text, Instant createdAt) {}
