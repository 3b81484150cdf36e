package dev.postern.data.database;

/** A client that got something in a sign-in session. */
public record Participation(String clientId, String subject, String sessionId) {}
