package dev.postern.identity.registration.dynamic;

/** Who may register a client: RFC 7591 section 3. */
public enum RegistrationAccess {
    OFF,
    /** Whoever has an initial access token. */
    TOKEN,
    /** Everybody; an initial access token may allow more. */
    OPEN;

    static RegistrationAccess read(String text) {
        return switch (text) {
            case "off" -> OFF;
            case "token" -> TOKEN;
            case "open" -> OPEN;
            default -> throw new IllegalArgumentException("write off, token or open");
        };
    }
}
