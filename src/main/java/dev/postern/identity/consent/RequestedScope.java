package dev.postern.identity.consent;

/**
 * A scope that an application asks for.
 *
 * @param description the administrator's words for it, or empty for ours
 */
public record RequestedScope(String name, String description) {}
