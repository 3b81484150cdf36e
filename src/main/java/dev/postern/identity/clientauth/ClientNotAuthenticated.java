package dev.postern.identity.clientauth;

import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import java.time.Duration;
import java.util.Optional;

/** Client authentication failed: invalid_client of RFC 6749 section 5.2, the same answer whatever the reason. */
public final class ClientNotAuthenticated extends OAuthRefused {

    private static final long serialVersionUID = 1L;

    private final String claimedId;
    private final boolean known;
    private final ClientAuthenticationMethod method;
    private final transient Optional<Duration> retryAfter;

    /** @param clientId the client that it claimed to be, which exists; empty if it claimed to be none */
    ClientNotAuthenticated(String clientId, ClientAuthenticationMethod method, String reason) {
        this(clientId, true, method, "client authentication failed", reason, Optional.empty());
    }

    private ClientNotAuthenticated(
            String claimedId,
            boolean known,
            ClientAuthenticationMethod method,
            String description,
            String reason,
            Optional<Duration> retryAfter) {
        super(OAuthErrorCode.INVALID_CLIENT, description, reason);
        this.claimedId = claimedId;
        this.known = known;
        this.method = method;
        this.retryAfter = retryAfter;
    }

    /** There is no client of the name that it claimed. */
    static ClientNotAuthenticated unknown(String claimedId, ClientAuthenticationMethod method) {
        return new ClientNotAuthenticated(
                claimedId, false, method, "client authentication failed", "unknown client", Optional.empty());
    }

    /** The same, once it has failed too often. */
    ClientNotAuthenticated tooOften(Duration wait) {
        return new ClientNotAuthenticated(
                claimedId,
                known,
                method,
                "client authentication failed too often",
                "too many failures: " + reason(),
                Optional.of(wait));
    }

    /** The client that it claimed to be if there is such a client, else empty. */
    public String clientId() {
        return known ? claimedId : "";
    }

    /** What it claimed to be, whether it exists or not: for counting, never for showing. */
    String claimedId() {
        return claimedId;
    }

    public ClientAuthenticationMethod method() {
        return method;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
