package dev.postern.identity.registration;

/**
 * One thing that is wrong with registered metadata.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the document
 * @param reason what to do about it, in words; it never holds a value that could be a secret
 */
public record Problem(String pointer, String reason) {}
