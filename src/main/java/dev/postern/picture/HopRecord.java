package dev.postern.picture;

import java.time.Instant;

/** One hop that a request really took: which, when, and a short remark that holds no secret. */
public record HopRecord(Hop hop, Instant at, String detail) {}
