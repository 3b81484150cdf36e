package dev.postern.identity.authorization.request;

import dev.postern.identity.code.DeviceAuthorization;
import dev.postern.identity.code.DeviceCodes;
import dev.postern.platform.Traces;
import dev.postern.protocol.ClaimsRequest;
import dev.postern.protocol.RequestParameters;
import dev.postern.protocol.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An authorization request as it was sent, parsed once: RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1.
 *
 * <p>Nothing here is checked yet. A parameter that was not sent is empty text.
 *
 * @param prompt the values of {@code prompt} in their order
 * @param resource resource indicators (RFC 8707 section 2)
 * @param claims as it was sent: {@link #claimsRequest()} reads it
 * @param requestObject {@code request}: a JWT that says it all
 * @param requestUri {@code request_uri}: where such a JWT is
 * @param unsupported parameters that ask for what we do not do: registration
 * @param repeated names of parameters that came more than once; their values are left out
 * @param device which waits for the answer, if that is not for the browser to take; never from the request itself
 */
public record AuthorizationRequest(
        String clientId,
        String redirectUri,
        String responseType,
        String responseMode,
        String scope,
        String state,
        String nonce,
        String codeChallenge,
        String codeChallengeMethod,
        List<String> prompt,
        String maxAge,
        String uiLocales,
        String loginHint,
        String idTokenHint,
        List<String> resource,
        String claims,
        String requestObject,
        String requestUri,
        List<String> unsupported,
        List<String> repeated,
        Optional<Device> device) {

    public static final String NONE = "none";
    public static final String LOGIN = "login";
    public static final String CONSENT = "consent";
    public static final String SELECT_ACCOUNT = "select_account";

    /**
     * A device without a browser, which has asked for this: RFC 8628.
     *
     * @param key {@link DeviceCodes.Waiting#key()}
     * @param userCode as it is shown
     */
    public record Device(String key, String userCode, String traceId) {}

    /** What a device has asked for. The person is asked whatever they have allowed before: RFC 8628 section 5.4. */
    public static AuthorizationRequest of(DeviceCodes.Waiting waiting) {
        DeviceAuthorization asked = waiting.authorization();
        Map<String, List<String>> parameters = Map.of(
                "client_id", List.of(asked.clientId()),
                "scope", List.of(asked.scope()),
                "resource", asked.resource(),
                "prompt", List.of(CONSENT));
        Device device = new Device(waiting.key(), asked.code().shown(), asked.traceId());
        return parse(RequestParameters.of(parameters), List.of(), Optional.of(device));
    }

    /** Parameters of which none is repeated. */
    public static AuthorizationRequest parse(RequestParameters parameters) {
        return parse(parameters, List.of(), Optional.empty());
    }

    public static AuthorizationRequest parse(Map<String, List<String>> raw) {
        Map<String, List<String>> once = new LinkedHashMap<>(raw);
        List<String> repeated = new ArrayList<>();
        raw.forEach((name, values) -> {
            if (values.size() > 1 && !name.equals("resource")) {
                repeated.add(name);
                once.remove(name);
            }
        });
        return parse(RequestParameters.of(once), repeated, Optional.empty());
    }

    private static AuthorizationRequest parse(
            RequestParameters parameters, List<String> repeated, Optional<Device> device) {
        return new AuthorizationRequest(
                text(parameters, "client_id"),
                text(parameters, "redirect_uri"),
                text(parameters, "response_type"),
                text(parameters, "response_mode"),
                text(parameters, "scope"),
                text(parameters, "state"),
                text(parameters, "nonce"),
                text(parameters, "code_challenge"),
                text(parameters, "code_challenge_method"),
                words(text(parameters, "prompt")),
                text(parameters, "max_age"),
                text(parameters, "ui_locales"),
                text(parameters, "login_hint"),
                text(parameters, "id_token_hint"),
                parameters.all("resource"),
                text(parameters, "claims"),
                text(parameters, "request"),
                text(parameters, "request_uri"),
                Stream.of("registration").filter(parameters::has).toList(),
                repeated,
                device);
    }

    private static String text(RequestParameters parameters, String name) {
        return parameters.get(name).orElse("");
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    public boolean prompts(String value) {
        return prompt.contains(value);
    }

    /** Nobody may be asked anything: OpenID Connect Core section 3.1.2.1, {@code prompt=none}. */
    public boolean isSilent() {
        return prompts(NONE);
    }

    /** Whether {@code openid} is asked for; a scope that cannot be read asks for nothing. */
    public boolean isOpenId() {
        return Scope.parse(scope).map(asked -> asked.has(Scope.OPENID)).orElse(false);
    }

    /** The parameter {@code claims}; one that cannot be read asks for nothing. */
    public ClaimsRequest claimsRequest() {
        return ClaimsRequest.parse(claims).orElse(ClaimsRequest.NONE);
    }

    /** The trace id of the sign-in, the device's own, or empty if there is no state to derive it from. */
    public String traceId() {
        String ofState = state.isEmpty() ? "" : Traces.ofState(state);
        return device.map(Device::traceId).orElse(ofState);
    }

    /**
     * The request as it is kept while a person is asked: with what is granted in the end and the client's own max_age where it names none, and
     * without the hint, which has done its work.
     */
    public AuthorizationRequest kept(Scope granted, OptionalLong defaultMaxAge) {
        return new AuthorizationRequest(
                clientId,
                redirectUri,
                responseType,
                responseMode,
                granted.wire(),
                state,
                nonce,
                codeChallenge,
                codeChallengeMethod,
                prompt,
                maxAge.isEmpty() && defaultMaxAge.isPresent() ? Long.toString(defaultMaxAge.getAsLong()) : maxAge,
                uiLocales,
                loginHint,
                "",
                resource,
                claims,
                "",
                "",
                unsupported,
                repeated,
                device);
    }
}
