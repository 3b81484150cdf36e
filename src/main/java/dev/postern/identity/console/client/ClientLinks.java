package dev.postern.identity.console.client;

import dev.postern.protocol.UrlEncoded;

/** Addresses of the screens of clients, below the issuer's path. */
final class ClientLinks {

    static final String LIST = "/console/clients";

    private ClientLinks() {}

    /** @param pairs names and values in turn; what is empty is left out */
    static String to(String page, String... pairs) {
        StringBuilder link = new StringBuilder(page).append('?');
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                UrlEncoded.append(link, pairs[i], pairs[i + 1]);
            }
        }
        return link.charAt(link.length() - 1) == '?' ? page : link.toString();
    }

    static String client(String clientId) {
        return to("/console/client", "id", clientId);
    }
}
