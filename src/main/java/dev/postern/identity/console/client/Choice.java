package dev.postern.identity.console.client;

/** Something that can be chosen from a list. */
public record Choice(String value, String label, boolean chosen) {}
