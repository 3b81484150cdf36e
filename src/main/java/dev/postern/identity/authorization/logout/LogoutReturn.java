package dev.postern.identity.authorization.logout;

import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.protocol.UrlEncoded;
import java.util.Optional;

/**
 * A post-logout redirect URI that is registered, letter for letter, for a known client: RP-Initiated Logout section 3.
 *
 * <p>It comes into being in {@link #verify} alone, so a logout cannot lead anywhere else.
 */
final class LogoutReturn {

    private final String uri;

    private LogoutReturn(String uri) {
        this.uri = uri;
    }

    /**
     * Empty if the request wants to lead nowhere.
     *
     * @throws PageRefused if it wants to lead where it must not
     */
    static Optional<LogoutReturn> verify(Clients clients, String clientId, String uri) {
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        if (clientId.isEmpty()) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
        Client client = clients.find(clientId).orElseThrow(() -> new PageRefused(Problem.UNKNOWN_APPLICATION));
        if (!client.logout().returnUris().contains(uri)) {
            throw new PageRefused(Problem.WRONG_RETURN_ADDRESS);
        }
        return Optional.of(new LogoutReturn(uri));
    }

    String with(String state) {
        if (state.isEmpty()) {
            return uri;
        }
        StringBuilder location = new StringBuilder(uri);
        if (uri.indexOf('?') < 0) {
            location.append('?');
        }
        UrlEncoded.append(location, "state", state);
        return location.toString();
    }
}
