package dev.postern.client.webapp;

/**
 * What the app must remember between sending the browser away and getting it back (H2).
 *
 * @param browserHash of the cookie of the browser that began
 */
record SignInState(String nonce, String verifier, String browserHash) {}
