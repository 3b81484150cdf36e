package dev.postern.identity.console.grant;

import dev.postern.protocol.UrlEncoded;

/** Addresses that lead from a grant elsewhere. */
final class GrantLinks {

    private GrantLinks() {}

    static String grant(String root, String id) {
        return page(root + "/console/grant?", "id", id);
    }

    static String user(String root, String subject) {
        return page(root + "/console/user?", "subject", subject);
    }

    static String client(String root, String clientId) {
        return page(root + "/console/client?", "id", clientId);
    }

    private static String page(String path, String name, String value) {
        StringBuilder page = new StringBuilder(path);
        UrlEncoded.append(page, name, value);
        return page.toString();
    }
}
