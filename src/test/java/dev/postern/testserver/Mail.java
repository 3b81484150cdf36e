package dev.postern.testserver;

/** A mail as somebody got it. */
public record Mail(String to, String subject, String text) {}
