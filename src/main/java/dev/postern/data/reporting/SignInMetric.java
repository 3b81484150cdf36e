package dev.postern.data.reporting;

import java.time.Instant;

/** How many sign-ins of one hour, client, outcome and method. */
public record SignInMetric(Instant hour, String clientId, String outcome, String method, long signIns) {}
