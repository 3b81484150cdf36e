package dev.postern.identity.registration;

import java.util.Map;

/** Which section of which specification says what a field may be: told to whoever broke its rule. */
public final class Citations {

    private static final String REGISTRATION = "RFC 7591 section 2";
    private static final String OPENID = "OpenID Connect Registration section 2";
    private static final String OURS = "Postern set-up file, ";

    private static final Map<String, String> OF_FIELDS = Map.ofEntries(
            Map.entry("client_id", "RFC 6749 section 2.2"),
            Map.entry("client_secret", "RFC 6749 section 2.3.1"),
            Map.entry("application_type", OPENID),
            Map.entry("token_endpoint_auth_method", "RFC 7591 section 2, RFC 6749 section 2.3"),
            Map.entry("token_endpoint_auth_signing_alg", "OpenID Connect Core section 9"),
            Map.entry("assertion_audience", "RFC 7523 section 3"),
            Map.entry("jwks", "RFC 7517 section 5, RFC 7591 section 2"),
            Map.entry("redirect_uris", "RFC 9700 section 2.1, RFC 8252 sections 7 and 8.4"),
            Map.entry("post_logout_redirect_uris", "OpenID Connect RP-Initiated Logout section 3.1"),
            Map.entry("backchannel_logout_uri", "OpenID Connect Back-Channel Logout section 2.2"),
            Map.entry("backchannel_logout_session_required", "OpenID Connect Back-Channel Logout section 2.2"),
            Map.entry("frontchannel_logout_uri", "OpenID Connect Front-Channel Logout section 2"),
            Map.entry("frontchannel_logout_session_required", "OpenID Connect Front-Channel Logout section 2"),
            Map.entry("origins", "Fetch standard, section 3.2; RFC 6454 section 6.2"),
            Map.entry("grant_types", "RFC 7591 section 2.1, RFC 6749 section 4.4"),
            Map.entry("response_types", "RFC 7591 section 2.1"),
            Map.entry("scope", "RFC 6749 section 3.3"),
            Map.entry("resources", "RFC 8707 section 2"),
            Map.entry("default_resource", "RFC 8707 section 2"),
            Map.entry("pkce", "RFC 9700 section 2.1.1, RFC 7636"),
            Map.entry("refresh_tokens", "RFC 6749 section 6"),
            Map.entry("refresh_use", "RFC 9700 section 2.2.2"),
            Map.entry("reuse_grace", "RFC 9700 section 4.14.2"),
            Map.entry("subject_type", "OpenID Connect Core section 8"),
            Map.entry("sector_identifier_uri", "OpenID Connect Core section 8.1"),
            Map.entry("id_token_signed_response_alg", OPENID),
            Map.entry("userinfo_signed_response_alg", OPENID),
            Map.entry("request_object_signing_alg", "RFC 9101 section 10.5"),
            Map.entry("request_uris", OPENID),
            Map.entry("default_max_age", OPENID),
            Map.entry("require_auth_time", OPENID),
            Map.entry("default_acr_values", OPENID),
            Map.entry("initiate_login_uri", "OpenID Connect Core section 4"),
            Map.entry("identifier", "RFC 8707 section 2"),
            Map.entry("token_format", "RFC 9068"),
            Map.entry("scopes", "RFC 6749 section 3.3"),
            Map.entry("name", "RFC 6749 section 3.3"),
            Map.entry("claims", "OpenID Connect Core section 5.1"),
            Map.entry("password", "NIST SP 800-63B section 3.1.1"),
            Map.entry("token_lifetime", "RFC 9700 section 2.2"),
            Map.entry("may_introspect", "RFC 7662 section 4"),
            Map.entry("description", "OpenID Connect Core section 3.1.2.4"));

    private Citations() {}

    /** @param pointer of the problem, from the object on: {@code /redirect_uris/0} */
    public static String of(String pointer) {
        String field = pointer.replaceFirst("^/", "").replaceFirst("[/#].*", "");
        return OF_FIELDS.getOrDefault(field, ClientFields.isStandard(field) ? REGISTRATION : OURS + field);
    }
}
