package dev.postern.identity.metadata;

import dev.postern.data.database.ScopeDefinition;
import dev.postern.data.database.ScopeDefinitions;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.identity.authorization.request.ResponseMode;
import dev.postern.identity.authorization.request.ResponseType;
import dev.postern.identity.authorization.request.ResponseTypes;
import dev.postern.identity.authorization.requestobject.RequestObjectSupport;
import dev.postern.identity.authorization.session.CheckSessionPage;
import dev.postern.identity.claims.Assurance;
import dev.postern.identity.clientauth.AssertionSignature;
import dev.postern.identity.http.ReadyDocument;
import dev.postern.identity.keys.JwsAlgorithm;
import dev.postern.identity.lifetime.SessionSettings;
import dev.postern.identity.registration.dynamic.RegistrationPolicies;
import dev.postern.identity.token.grant.GrantType;
import dev.postern.platform.Issuer;
import dev.postern.platform.JsonObject;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this server is and can do: RFC 8414 section 2, OpenID Connect Discovery section 3, RFC 9207 section 3, RFC 8628 section 4.
 *
 * <p>Made from the enums that the endpoints dispatch on and from the scopes that exist, so that it cannot promise what is not there.
 */
@Service
class Metadata {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final List<String> ALWAYS_IN_ID_TOKENS =
            List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash", "acr", "amr", "sid");

    private final Issuer issuer;
    private final ScopeDefinitions scopes;
    private final Assurance assurance;
    private final ResponseTypes responseTypes;
    private final RegistrationPolicies registration;
    private final RequestObjectSupport requestObjects;
    private final Clock clock;
    private final Duration maxAge;
    private final boolean sessionManagement;
    private volatile Made made = new Made(new ReadyDocument("", new byte[0], Duration.ZERO), Instant.EPOCH);

    private record Made(ReadyDocument document, Instant at) {}

    @Inject
    Metadata(
            Issuer issuer,
            ScopeDefinitions scopes,
            Assurance assurance,
            ResponseTypes responseTypes,
            RegistrationPolicies registration,
            RequestObjectSupport requestObjects,
            Clock clock,
            Settings settings) {
        this.registration = registration;
        this.issuer = issuer;
        this.scopes = scopes;
        this.assurance = assurance;
        this.responseTypes = responseTypes;
        this.requestObjects = requestObjects;
        this.clock = clock;
        this.sessionManagement = settings.get(SessionSettings.MANAGEMENT);
        this.maxAge = settings.get(MetadataSettings.MAX_AGE);
    }

    /** The document; scopes that changed are in it after a few seconds. */
    ReadyDocument document() {
        Made latest = made;
        Instant now = clock.instant();
        if (now.isAfter(latest.at().plus(LOOK_AGAIN_AFTER))) {
            latest = new Made(new ReadyDocument("application/json", make(), maxAge), now);
            made = latest;
        }
        return latest.document();
    }

    private byte[] make() {
        JsonObject document = new JsonObject().put("issuer", issuer.value());
        endpoints(document);
        logout(document);
        authorization(document);
        clientAuthentication(document);
        claims(document);
        return document.bytes();
    }

    private void endpoints(JsonObject document) {
        document.put("authorization_endpoint", issuer.endpoint("/authorize"))
                .put("token_endpoint", issuer.endpoint("/token"))
                .put("device_authorization_endpoint", issuer.endpoint("/device_authorization"))
                .put("userinfo_endpoint", issuer.endpoint("/userinfo"))
                .put("jwks_uri", issuer.endpoint("/jwks"))
                .put("introspection_endpoint", issuer.endpoint("/introspect"))
                .put("revocation_endpoint", issuer.endpoint("/revoke"))
                .put("end_session_endpoint", issuer.endpoint("/logout"));
        if (registration.registrationIsOn()) {
            document.put("registration_endpoint", issuer.endpoint("/register"));
        }
    }

    /** What registration takes; every session has a sid. Back-Channel Logout section 2.1, Front-Channel Logout section 3. */
    private void logout(JsonObject document) {
        if (sessionManagement) {
            document.put("check_session_iframe", issuer.endpoint(CheckSessionPage.PATH));
        }
        document.put("backchannel_logout_supported", true)
                .put("backchannel_logout_session_supported", true)
                .put("frontchannel_logout_supported", true)
                .put("frontchannel_logout_session_supported", true);
    }

    private void authorization(JsonObject document) {
        document.put(
                        "response_types_supported",
                        responseTypes.enabled().stream().map(ResponseType::wire).toList())
                .put("response_modes_supported", ResponseMode.names())
                .put("grant_types_supported", grantTypes())
                .put("code_challenge_methods_supported", List.of("S256"))
                .put("prompt_values_supported", List.of("none", "login", "consent", "select_account"))
                .put("authorization_response_iss_parameter_supported", true)
                .put("claims_parameter_supported", true)
                .put("request_parameter_supported", true)
                .put("request_object_signing_alg_values_supported", requestObjects.algorithms())
                .put("request_uri_parameter_supported", requestObjects.byReference())
                .put("require_request_uri_registration", requestObjects.byReference())
                .put("ui_locales_supported", List.of("en", "es"));
    }

    /** Those of the token endpoint, and {@code implicit} where tokens may leave the authorization endpoint. */
    private List<String> grantTypes() {
        return Stream.concat(
                        Arrays.stream(GrantType.values()).map(GrantType::wire),
                        responseTypes.enabled().stream().map(ResponseType::grantType))
                .distinct()
                .toList();
    }

    private static void clientAuthentication(JsonObject document) {
        List<String> all = Arrays.stream(ClientAuthenticationMethod.values())
                .map(ClientAuthenticationMethod::wire)
                .toList();
        List<String> confidential = all.stream()
                .filter(method -> !method.equals(ClientAuthenticationMethod.NONE.wire()))
                .toList();
        document.put("token_endpoint_auth_methods_supported", all)
                .put("token_endpoint_auth_signing_alg_values_supported", AssertionSignature.ALGORITHMS)
                .put("introspection_endpoint_auth_methods_supported", confidential)
                .put("introspection_endpoint_auth_signing_alg_values_supported", AssertionSignature.ALGORITHMS)
                .put("revocation_endpoint_auth_methods_supported", all)
                .put("revocation_endpoint_auth_signing_alg_values_supported", AssertionSignature.ALGORITHMS);
    }

    private void claims(JsonObject document) {
        if (!assurance.attainable().isEmpty()) {
            document.put("acr_values_supported", assurance.attainable());
        }
        List<ScopeDefinition> known = scopes.all();
        document.put(
                        "scopes_supported",
                        known.stream().map(ScopeDefinition::name).sorted().toList())
                .put("subject_types_supported", List.of("public", "pairwise"))
                .put("userinfo_signing_alg_values_supported", JwsAlgorithm.names())
                .put("id_token_signing_alg_values_supported", JwsAlgorithm.names())
                .put("claim_types_supported", List.of("normal"))
                .put(
                        "claims_supported",
                        Stream.concat(
                                        ALWAYS_IN_ID_TOKENS.stream(),
                                        known.stream()
                                                .flatMap(scope ->
                                                        scope.claims().stream().sorted()))
                                .distinct()
                                .toList());
    }
}
