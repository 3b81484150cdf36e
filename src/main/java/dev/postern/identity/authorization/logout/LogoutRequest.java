package dev.postern.identity.authorization.logout;

import dev.postern.protocol.RequestParameters;

/** A logout request, parsed once: RP-Initiated Logout section 2. A parameter that was not sent is empty text. */
record LogoutRequest(
        String idTokenHint, String clientId, String postLogoutRedirectUri, String state, String uiLocales) {

    static LogoutRequest of(RequestParameters parameters) {
        return new LogoutRequest(
                parameters.get("id_token_hint").orElse(""),
                parameters.get("client_id").orElse(""),
                parameters.get("post_logout_redirect_uri").orElse(""),
                parameters.get("state").orElse(""),
                parameters.get("ui_locales").orElse(""));
    }
}
