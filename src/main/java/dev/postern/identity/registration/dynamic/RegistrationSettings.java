package dev.postern.identity.registration.dynamic;

import dev.postern.data.database.client.AssertionAudience;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.identity.registration.ClientMetadata;
import dev.postern.platform.Setting;
import java.util.List;

/** Settings of dynamic registration; the policy of an initial access token replaces what it names. */
public final class RegistrationSettings {

    public static final Setting<RegistrationAccess> ACCESS = new Setting<>(
            "postern.registration.access",
            "off",
            "off, token or open",
            "Who may register a client at /register: nobody, whoever has an initial access token, or everybody.",
            RegistrationAccess::read);

    public static final Setting<List<String>> SCOPE = Setting.list(
            "postern.registration.scope",
            "openid, profile, email, address, phone, offline_access",
            "Scope values that a client which registers itself may have.");

    public static final Setting<List<String>> GRANT_TYPES = Setting.list(
            "postern.registration.grant-types",
            "authorization_code, refresh_token",
            "Grant types that such a client may have, of authorization_code, refresh_token, client_credentials,"
                    + " urn:ietf:params:oauth:grant-type:device_code and implicit.");

    public static final Setting<List<String>> RESPONSE_TYPES = Setting.list(
            "postern.registration.response-types",
            "code",
            "Response types that such a client may have, of code, id_token and id_token token; the latter two need implicit too.");

    public static final Setting<List<String>> AUTH_METHODS = Setting.list(
            "postern.registration.auth-methods",
            "client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt, none",
            "Client authentication methods that such a client may choose.");

    public static final Setting<PkcePolicy> PKCE = new Setting<>(
            "postern.registration.pkce",
            "required",
            "required, nonce or optional",
            "What protects the codes of such a client if it is confidential; a public one always needs PKCE.",
            ClientMetadata::pkce);

    public static final Setting<AssertionAudience> ASSERTION_AUDIENCE = new Setting<>(
            "postern.registration.assertion-audience",
            "issuer",
            "issuer or token_endpoint",
            "What the client assertions of such a client may name as aud: the issuer alone, or else the URL of the token endpoint too, which"
                    + " many clients send (OpenID Connect Core section 9).",
            ClientMetadata::audience);

    public static final Setting<Integer> PER_MINUTE = Setting.count(
            "postern.registration.per-minute",
            20,
            "Requests to /register in a minute from one address (one /64 network of IPv6); more are answered 429.");

    private RegistrationSettings() {}
}
