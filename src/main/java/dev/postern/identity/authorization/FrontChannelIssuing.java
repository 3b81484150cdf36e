package dev.postern.identity.authorization;

import dev.postern.data.database.Client;
import dev.postern.data.database.Grant;
import dev.postern.data.database.Grants;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.TokenFacts;
import dev.postern.identity.authorization.departure.Answer;
import dev.postern.identity.authorization.interaction.Interaction.SignedIn;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RequestedClaims;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.claims.UserClaims;
import dev.postern.identity.resource.ResourceIndicators;
import dev.postern.identity.resource.Target;
import dev.postern.identity.token.grant.Granted;
import dev.postern.identity.token.mint.TokenMinter;
import dev.postern.identity.token.mint.TokenResponse;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.GrantedClaims;
import dev.postern.protocol.Scope;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that go to the client through the browser: OpenID Connect Core section 3.2.2.5. Off unless a setting and the client's registration
 * allow it, for OAuth 2.1 and RFC 9700 section 2.1.2 advise against it.
 */
@Service
class FrontChannelIssuing {

    private final TokenMinter minter;
    private final ResourceIndicators resources;
    private final RequestedClaims claims;
    private final UserClaims userClaims;
    private final Grants grants;
    private final AuthorizationResponses responses;
    private final RandomValues random;
    private final Clock clock;

    @Inject
    FrontChannelIssuing(
            TokenMinter minter,
            ResourceIndicators resources,
            RequestedClaims claims,
            UserClaims userClaims,
            Grants grants,
            AuthorizationResponses responses,
            RandomValues random,
            Clock clock) {
        this.minter = minter;
        this.resources = resources;
        this.claims = claims;
        this.userClaims = userClaims;
        this.grants = grants;
        this.responses = responses;
        this.random = random;
        this.clock = clock;
    }

    /** Without an access token there is no userinfo, so the ID token says what the scope releases: section 5.4. */
    Answer issueIdToken(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        GrantedClaims asked = claims.granted(request, to.client(), person.subject());
        Set<String> inIdToken = new HashSet<>(userClaims.releasedBy(Scope.ofWire(request.scope())));
        inIdToken.addAll(asked.idToken());
        Granted granted = granted(request, to.client(), person, new GrantedClaims(Set.of(), inIdToken));
        grants.createOnce(grant(request, granted, person), "");
        TokenValue idToken = minter.idToken(granted);
        return Answer.to(responses.success(to, request, Map.of("id_token", idToken.secret()), person.sessionId()))
                .with(issued(request, granted, "id_token", ""));
    }

    Answer issueBoth(AuthorizationRequest request, VerifiedReturn to, SignedIn person) {
        GrantedClaims asked = claims.granted(request, to.client(), person.subject());
        Granted granted = granted(request, to.client(), person, asked);
        grants.createOnce(grant(request, granted, person), "");
        TokenResponse tokens = minter.mint(granted);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("access_token", tokens.accessToken().secret());
        parameters.put("token_type", "Bearer");
        parameters.put("expires_in", Long.toString(tokens.expiresIn().toSeconds()));
        parameters.put("scope", tokens.scope().wire());
        parameters.put("id_token", tokens.idToken().orElseThrow().secret());
        return Answer.to(responses.success(to, request, parameters, person.sessionId()))
                .with(issued(request, granted, tokens.issued(), tokens.tokenId()));
    }

    private Granted granted(AuthorizationRequest request, Client client, SignedIn person, GrantedClaims grantedClaims) {
        Scope scope = Scope.ofWire(request.scope());
        Target target = resources.target(scope, resources.audience(client, scope, request.resource()));
        return new Granted(
                Granted.How.FRONT_CHANNEL,
                client,
                person.subject(),
                random.identifier(),
                person.sessionId(),
                target,
                grantedClaims,
                Optional.of(person.authTime()),
                Optional.of(new Granted.Identity(person.authTime(), request.nonce(), person.amr())),
                Optional.empty());
    }

    /** So that an access token ends with the session and with the person's consent, and the client is told of the session's end. */
    private Grant grant(AuthorizationRequest request, Granted granted, SignedIn person) {
        Instant now = clock.instant();
        Instant tokensEnd = now.plus(granted.target().lifetime());
        return new Grant(
                granted.grantId(),
                granted.client().id(),
                granted.subject(),
                granted.sessionId(),
                Scope.ofWire(request.scope()),
                request.resource(),
                false,
                now,
                tokensEnd.isAfter(person.endsAt()) ? tokensEnd : person.endsAt());
    }

    private static Event issued(AuthorizationRequest request, Granted granted, String tokens, String tokenId) {
        TokenFacts facts = new TokenFacts(
                granted.client().id(),
                "implicit",
                "",
                request.redirectUri(),
                request.scope(),
                String.join(" ", request.resource()),
                "");
        return new Event.TokenIssued(facts, granted.subject(), granted.grantId(), granted.sessionId(), tokens, tokenId);
    }
}
