package dev.postern.identity.authorization.requestobject;

import dev.postern.protocol.OAuthErrorCode;

/** A request object is refused, before it is known where that can be told. */
final class Objected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OAuthErrorCode error;

    /** @param reason a constant of ours */
    Objected(OAuthErrorCode error, String reason) {
        super(reason, null, false, false);
        this.error = error;
    }

    OAuthErrorCode error() {
        return error;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
