package dev.postern.identity.registration;

import java.util.function.Predicate;

/** What a registration may refer to. */
public record KnownNames(Predicate<String> scope, Predicate<String> resource) {}
