package dev.postern.benchmark.scenario;

import dev.postern.benchmark.load.WrongAnswer;

/** What every token answer must hold; signatures are verified later, of a sample. */
final class TokenChecks {

    private static final int SHORTEST_JWT = 100;

    private TokenChecks() {}

    /** A JWT, and not the one that came before. */
    static void accessToken(String token, String before) {
        if (token.length() < SHORTEST_JWT || !token.startsWith("eyJ") || token.indexOf('.') == token.lastIndexOf('.')) {
            throw new WrongAnswer("the access token is no JWT: " + token);
        }
        if (token.equals(before)) {
            throw new WrongAnswer("the same access token twice");
        }
    }
}
