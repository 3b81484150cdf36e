package dev.postern.identity.authorization.request;

import static dev.postern.protocol.OAuthErrorCode.INVALID_REQUEST;
import static dev.postern.protocol.OAuthErrorCode.INVALID_SCOPE;
import static dev.postern.protocol.OAuthErrorCode.INVALID_TARGET;
import static dev.postern.protocol.OAuthErrorCode.REGISTRATION_NOT_SUPPORTED;
import static dev.postern.protocol.OAuthErrorCode.UNAUTHORIZED_CLIENT;
import static dev.postern.protocol.OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS;
import static dev.postern.protocol.OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.PkcePolicy;
import dev.postern.identity.claims.Assurance;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.platform.Service;
import dev.postern.protocol.ClaimsRequest;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.Scope;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything that is checked of an authorization request once {@link VerifiedReturn} has settled where the answer goes: RFC 6749
 * section 4.1.1 and its extensions. The order below is the order of the checks, and the first that fails is answered.
 */
@Service
public class AuthorizationChecks {

    /** One rule; empty if the request keeps it. */
    @FunctionalInterface
    private interface Check {
        Optional<Violation> of(AuthorizationRequest request, Client client);
    }

    private record Violation(OAuthErrorCode error, String reason) {}

    private static final Optional<Violation> KEPT = Optional.empty();

    /** base64url of a SHA-256 hash. */
    private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private final List<Check> inOrder = List.of(
            this::nothingIsRepeated, // RFC 6749 section 3.1
            this::noRegistration, // OpenID Connect Core sections 3.1.2.6 and 7.2.1
            this::responseTypeIsEnabled, // RFC 6749 sections 3.1.1 and 4.1.2.1; RFC 9700 section 2.1.2
            this::responseModeFits, // OAuth 2.0 Multiple Response Type Encoding Practices section 2.1
            this::clientMayUseType, // RFC 6749 section 4.1.2.1
            this::tokensAreForOpenId, // OpenID Connect Core section 3.2.2.1
            this::tokensHaveNonce, // OpenID Connect Core section 3.2.2.1
            this::scopeIsReadable, // RFC 6749 section 3.3
            this::scopeIsKnown, // RFC 6749 section 4.1.2.1
            this::scopeIsAllowed, // RFC 6749 section 4.1.2.1
            this::challengeIsS256, // RFC 7636 sections 4.3 and 4.4.1; RFC 9700 section 2.1.1
            this::codeIsProtected, // RFC 9700 section 2.1.1
            this::promptIsConsistent, // OpenID Connect Core section 3.1.2.1
            this::maxAgeIsSeconds, // OpenID Connect Core section 3.1.2.1
            this::resourceIsKnown, // RFC 8707 section 2
            this::hintIsOurs, // OpenID Connect Core section 3.1.2.2
            this::claimsAreReadable, // OpenID Connect Core section 5.5
            this::subjectIsOne, // OpenID Connect Core section 5.5.1
            this::acrIsAttainable); // OpenID Connect Core section 5.5.1.1

    private final List<Check> ofDevices =
            List.of(this::scopeIsReadable, this::scopeIsKnown, this::scopeIsAllowed, this::resourceIsKnown);

    private final ResponseTypes types;
    private final RequestedScopes scopes;
    private final ResourceIndicators resources;
    private final IdTokenHints hints;
    private final Assurance assurance;

    @Inject
    public AuthorizationChecks(
            ResponseTypes types,
            RequestedScopes scopes,
            ResourceIndicators resources,
            IdTokenHints hints,
            Assurance assurance) {
        this.types = types;
        this.scopes = scopes;
        this.resources = resources;
        this.hints = hints;
        this.assurance = assurance;
    }

    /**
     * Runs every check.
     *
     * @return what is asked for, without what does not count
     * @throws RefusedByRedirect at the first check that fails
     */
    public Scope run(AuthorizationRequest request, VerifiedReturn to) {
        for (Check check : inOrder) {
            check.of(request, to.client()).ifPresent(violation -> {
                throw new RefusedByRedirect(request, to, violation.error(), violation.reason());
            });
        }
        Scope counting = scopes.counting(request, to.client());
        return issuesCode(request) ? counting : counting.without(Scope.OFFLINE_ACCESS);
    }

    /**
     * The same for what a device asks for, which has neither a browser nor an address to return to: RFC 8628 section 3.1.
     *
     * @return what is asked for, without what does not count
     * @throws OAuthRefused at the first check that fails
     */
    public Scope ofDevice(AuthorizationRequest request, Client client) {
        for (Check check : ofDevices) {
            check.of(request, client).ifPresent(violation -> {
                throw new OAuthRefused(violation.error(), violation.reason());
            });
        }
        return scopes.counting(request, client);
    }

    private Optional<Violation> nothingIsRepeated(AuthorizationRequest request, Client client) {
        return keptIf(request.repeated().isEmpty(), INVALID_REQUEST, "a parameter is repeated");
    }

    private Optional<Violation> noRegistration(AuthorizationRequest request, Client client) {
        return keptIf(request.unsupported().isEmpty(), REGISTRATION_NOT_SUPPORTED, "registration is not supported");
    }

    private Optional<Violation> responseTypeIsEnabled(AuthorizationRequest request, Client client) {
        if (request.responseType().isEmpty()) {
            return violated(INVALID_REQUEST, "response_type is missing");
        }
        boolean enabled = ResponseType.named(request.responseType())
                .filter(types.enabled()::contains)
                .isPresent();
        return keptIf(enabled, UNSUPPORTED_RESPONSE_TYPE, "this response_type is not supported");
    }

    private Optional<Violation> responseModeFits(AuthorizationRequest request, Client client) {
        String asked = request.responseMode();
        boolean fits = asked.isEmpty() || asked.equals(ResponseMode.of(request).wire());
        return keptIf(fits, INVALID_REQUEST, "this response_mode is not supported for this response_type");
    }

    private Optional<Violation> clientMayUseType(AuthorizationRequest request, Client client) {
        ResponseType type = ResponseType.named(request.responseType()).orElseThrow();
        boolean may = client.mayUse(type.grantType())
                && client.access().responseTypes().contains(type.wire());
        return keptIf(may, UNAUTHORIZED_CLIENT, "the client may not use this response_type");
    }

    private Optional<Violation> tokensAreForOpenId(AuthorizationRequest request, Client client) {
        return keptIf(issuesCode(request) || request.isOpenId(), INVALID_SCOPE, "an id_token needs the scope openid");
    }

    private Optional<Violation> tokensHaveNonce(AuthorizationRequest request, Client client) {
        boolean there = issuesCode(request) || !request.nonce().isEmpty();
        return keptIf(there, INVALID_REQUEST, "nonce is missing");
    }

    private static boolean issuesCode(AuthorizationRequest request) {
        return !ResponseType.isFrontChannel(request.responseType());
    }

    private Optional<Violation> scopeIsReadable(AuthorizationRequest request, Client client) {
        if (request.scope().isEmpty()) {
            return violated(INVALID_SCOPE, "scope is missing and there is no default");
        }
        return keptIf(Scope.parse(request.scope()).isPresent(), INVALID_SCOPE, "scope is malformed");
    }

    private Optional<Violation> scopeIsKnown(AuthorizationRequest request, Client client) {
        boolean counts = request.isOpenId() || scopes.unknown(request, client).isEmpty();
        return keptIf(counts, INVALID_SCOPE, "scope has an unknown value");
    }

    private Optional<Violation> scopeIsAllowed(AuthorizationRequest request, Client client) {
        return keptIf(
                scopes.forbidden(request, client).isEmpty(), INVALID_SCOPE, "the client may not ask for this scope");
    }

    private Optional<Violation> challengeIsS256(AuthorizationRequest request, Client client) {
        if (request.codeChallenge().isEmpty()) {
            return keptIf(
                    request.codeChallengeMethod().isEmpty(),
                    INVALID_REQUEST,
                    "code_challenge_method without code_challenge");
        }
        if (!request.codeChallengeMethod().equals("S256")) {
            return violated(INVALID_REQUEST, "only code_challenge_method S256 is supported");
        }
        return keptIf(
                S256_CHALLENGE.matcher(request.codeChallenge()).matches(),
                INVALID_REQUEST,
                "code_challenge is malformed");
    }

    private Optional<Violation> codeIsProtected(AuthorizationRequest request, Client client) {
        if (!issuesCode(request)) {
            return KEPT;
        }
        PkcePolicy policy = client.isConfidential() ? client.requests().pkce() : PkcePolicy.REQUIRED;
        boolean challenged = !request.codeChallenge().isEmpty();
        boolean nonced = request.isOpenId() && !request.nonce().isEmpty();
        return switch (policy) {
            case REQUIRED -> keptIf(challenged, INVALID_REQUEST, "code_challenge is required");
            case NONCE_INSTEAD -> keptIf(challenged || nonced, INVALID_REQUEST, "code_challenge or nonce is required");
            case OPTIONAL -> KEPT;
        };
    }

    private Optional<Violation> promptIsConsistent(AuthorizationRequest request, Client client) {
        boolean alone = !request.isSilent() || request.prompt().size() == 1;
        return keptIf(alone, INVALID_REQUEST, "prompt none cannot be combined");
    }

    private Optional<Violation> maxAgeIsSeconds(AuthorizationRequest request, Client client) {
        boolean seconds =
                request.maxAge().isEmpty() || SECONDS.matcher(request.maxAge()).matches();
        return keptIf(seconds, INVALID_REQUEST, "max_age is not a number of seconds");
    }

    private Optional<Violation> resourceIsKnown(AuthorizationRequest request, Client client) {
        if (!request.resource().stream().allMatch(AuthorizationChecks::isAbsoluteWithoutFragment)) {
            return violated(INVALID_TARGET, "resource is not an absolute URI without fragment");
        }
        return keptIf(
                resources.mayAsk(client, request.resource()),
                INVALID_TARGET,
                "the client may not ask for this resource");
    }

    private Optional<Violation> hintIsOurs(AuthorizationRequest request, Client client) {
        boolean ours = request.idTokenHint().isEmpty()
                || hints.read(request.idTokenHint()).isPresent();
        return keptIf(ours, INVALID_REQUEST, "id_token_hint is not an ID token of this issuer");
    }

    private Optional<Violation> claimsAreReadable(AuthorizationRequest request, Client client) {
        return keptIf(
                ClaimsRequest.parse(request.claims()).isPresent(), INVALID_REQUEST, "claims is malformed or too long");
    }

    private Optional<Violation> subjectIsOne(AuthorizationRequest request, Client client) {
        Set<Object> wanted = new HashSet<>(request.claimsRequest().valuesOf("sub"));
        hints.read(request.idTokenHint()).ifPresent(hint -> wanted.add(hint.subject()));
        boolean one = wanted.size() <= 1 && wanted.stream().allMatch(String.class::isInstance);
        return keptIf(one, INVALID_REQUEST, "more than one subject is asked for");
    }

    private Optional<Violation> acrIsAttainable(AuthorizationRequest request, Client client) {
        ClaimsRequest.Wish acr = request.claimsRequest().idToken().get("acr");
        boolean kept = acr == null
                || !acr.essential()
                || assurance.attainable().stream().anyMatch(acr::isMetBy);
        return keptIf(kept, UNMET_AUTHENTICATION_REQUIREMENTS, "no sign-in here has an essential acr");
    }

    private static boolean isAbsoluteWithoutFragment(String resource) {
        try {
            URI uri = URI.create(resource);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Optional<Violation> keptIf(boolean condition, OAuthErrorCode error, String reason) {
        return condition ? KEPT : violated(error, reason);
    }

    private static Optional<Violation> violated(OAuthErrorCode error, String reason) {
        return Optional.of(new Violation(error, reason));
    }
}
