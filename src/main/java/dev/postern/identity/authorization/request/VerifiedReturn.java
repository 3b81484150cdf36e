package dev.postern.identity.authorization.request;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.identity.registration.RedirectUris;
import dev.postern.page.Problem;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.protocol.OAuthErrorCode;

/**
 * A known client with a redirect URI that is registered for it: the only place to which an answer can be sent. A device has none, and fetches
 * its answer.
 *
 * <p>It comes into being in {@link #verify} alone, so a redirect to anywhere else cannot be written by accident.
 */
public final class VerifiedReturn {

    private final Client client;
    private final String redirectUri;
    private final boolean sent;

    private VerifiedReturn(Client client, String redirectUri, boolean sent) {
        this.client = client;
        this.redirectUri = redirectUri;
        this.sent = sent;
    }

    /**
     * The two checks that come before everything else.
     *
     * @throws RefusedOnPage if the client is unknown or the redirect URI is not its own
     */
    public static VerifiedReturn verify(Clients clients, AuthorizationRequest request) {
        Client client = client(clients, request);
        if (request.device().isPresent()) {
            return new VerifiedReturn(client, "", false);
        }
        return new VerifiedReturn(
                client, redirectUri(client, request), !request.redirectUri().isEmpty());
    }

    private static Client client(Clients clients, AuthorizationRequest request) {
        if (request.clientId().isEmpty()) {
            throw new RefusedOnPage(
                    request, Problem.BAD_REQUEST, OAuthErrorCode.INVALID_REQUEST, "client_id is missing or repeated");
        }
        return clients.find(request.clientId())
                .orElseThrow(() -> new RefusedOnPage(
                        request, Problem.UNKNOWN_APPLICATION, OAuthErrorCode.INVALID_REQUEST, "client is unknown"));
    }

    private static String redirectUri(Client client, AuthorizationRequest request) {
        if (request.redirectUri().isEmpty()) {
            return onlyRegistered(client, request);
        }
        if (!RedirectUris.registered(client, request.redirectUri())) {
            throw new RefusedOnPage(
                    request,
                    Problem.WRONG_RETURN_ADDRESS,
                    OAuthErrorCode.INVALID_REQUEST,
                    "redirect_uri is not registered for the client");
        }
        return request.redirectUri();
    }

    /** RFC 6749 section 3.1.2.3; OpenID Connect Core section 3.1.2.1 always wants it sent. */
    private static String onlyRegistered(Client client, AuthorizationRequest request) {
        boolean repeated = request.repeated().contains("redirect_uri");
        if (repeated
                || request.isOpenId()
                || client.redirection().redirectUris().size() != 1) {
            throw new RefusedOnPage(
                    request,
                    Problem.BAD_REQUEST,
                    OAuthErrorCode.INVALID_REQUEST,
                    "redirect_uri is missing or repeated");
        }
        return client.redirection().redirectUris().iterator().next();
    }

    public Client client() {
        return client;
    }

    /** Empty for a device. */
    public String redirectUri() {
        return redirectUri;
    }

    /** Whether the request named the redirect URI; if so the token request must repeat it. */
    public boolean sent() {
        return sent;
    }

    /** Another program of the same machine could stand behind the redirect URI, so nothing is approved unseen: RFC 8252 section 8.6. */
    public boolean isImpersonable() {
        return RedirectUris.isImpersonable(client, redirectUri);
    }

    /** The redirect URI as a source expression of Content-Security-Policy. */
    public String policySource() {
        return ContentPolicy.source(redirectUri);
    }

    /** Where the person is told that they are going: host and port, or the scheme of an application. */
    public String shownAs() {
        String source = policySource();
        return source.contains("://") ? source : redirectUri.substring(0, Math.max(0, redirectUri.indexOf(':') + 1));
    }
}
