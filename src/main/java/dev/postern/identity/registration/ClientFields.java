package dev.postern.identity.registration;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of client metadata; a trailing # stands for a language tag (RFC 7591 section 2.2). */
public final class ClientFields {

    /** What RFC 7591 and OpenID Connect name. */
    public static final Set<String> STANDARD = ordered(
            "client_id",
            "client_name",
            "client_name#",
            "application_type",
            "token_endpoint_auth_method",
            "token_endpoint_auth_signing_alg",
            "jwks",
            "jwks_uri",
            "redirect_uris",
            "post_logout_redirect_uris",
            "grant_types",
            "response_types",
            "scope",
            "subject_type",
            "sector_identifier_uri",
            "id_token_signed_response_alg",
            "userinfo_signed_response_alg",
            "request_object_signing_alg",
            "request_uris",
            "default_max_age",
            "require_auth_time",
            "default_acr_values",
            "initiate_login_uri",
            "backchannel_logout_uri",
            "backchannel_logout_session_required",
            "frontchannel_logout_uri",
            "frontchannel_logout_session_required",
            "logo_uri",
            "logo_uri#",
            "client_uri",
            "client_uri#",
            "policy_uri",
            "policy_uri#",
            "tos_uri",
            "tos_uri#",
            "contacts",
            "software_id",
            "software_version");

    /** Our policies, which an administrator decides. */
    public static final Set<String> POLICIES = ordered(
            "assertion_audience",
            "origins",
            "default_resource",
            "resources",
            "pkce",
            "refresh_tokens",
            "refresh_use",
            "reuse_grace",
            "first_party",
            "enabled");

    private ClientFields() {}

    /** All of them and others, in order: for callers that know more fields. */
    public static Set<String> and(String... others) {
        Set<String> all = new LinkedHashSet<>(STANDARD);
        all.addAll(POLICIES);
        Collections.addAll(all, others);
        return all;
    }

    /** Whether a field, with or without a language tag, is one that RFC 7591 and OpenID Connect name. */
    public static boolean isStandard(String name) {
        int hash = name.indexOf('#');
        return STANDARD.contains(hash < 0 ? name : name.substring(0, hash + 1));
    }

    private static Set<String> ordered(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
