package dev.postern.data.database.client;

/**
 * The client's public keys (RFC 7517), inline or by reference, never both.
 *
 * @param jwks JSON Web Key Set text, empty if none
 * @param jwksUri where its set is fetched, empty if nowhere
 */
public record Keys(String jwks, String jwksUri) {

    public static final Keys NONE = new Keys("", "");

    public boolean any() {
        return !jwks.isEmpty() || !jwksUri.isEmpty();
    }
}
