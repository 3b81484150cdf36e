package dev.postern.identity.code;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a device waits for: RFC 8628 section 3.2. It is kept in the cache under the hash of the device code.
 *
 * @param scope what is asked for and counts, on the wire
 * @param resource the resource indicators asked for (RFC 8707), empty if none
 * @param userCode {@link UserCode#letters()}
 * @param traceId of the device's request
 * @param allowed what the person has allowed, once they have
 */
public record DeviceAuthorization(
        String clientId,
        String scope,
        List<String> resource,
        String userCode,
        String traceId,
        Instant expiresAt,
        Stage stage,
        Optional<IssuedCode> allowed) {

    /** How far it has come. */
    public enum Stage {
        PENDING,
        ALLOWED,
        DENIED
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public UserCode code() {
        return new UserCode(userCode);
    }

    DeviceAuthorization allowed(IssuedCode given) {
        return new DeviceAuthorization(
                clientId, scope, resource, userCode, traceId, expiresAt, Stage.ALLOWED, Optional.of(given));
    }

    DeviceAuthorization denied() {
        return new DeviceAuthorization(
                clientId, scope, resource, userCode, traceId, expiresAt, Stage.DENIED, Optional.empty());
    }
}
