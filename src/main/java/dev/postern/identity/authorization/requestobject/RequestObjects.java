package dev.postern.identity.authorization.requestobject;

import com.nimbusds.jose.JOSEObject;
import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.RefusedByRedirect;
import dev.postern.identity.authorization.request.RefusedOnPage;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.requestobject.RequestObjectChecks.Presented;
import dev.postern.page.Problem;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import dev.postern.protocol.OAuthErrorCode;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns an authorization request with a request object into the request that the object says: RFC 9101 section 6.3.
 *
 * <p>What stands beside the object does not count, whatever OpenID Connect Core section 6.1 would take from there: docs/adr/0103.
 */
@Service
public class RequestObjects {

    /** About the JWT, not about the request. */
    private static final Set<String> OF_THE_JWT = Set.of("iss", "aud", "sub", "exp", "nbf", "iat", "jti");

    private final Clients clients;
    private final RequestObjectReferences references;
    private final RequestObjectChecks checks;

    @Inject
    RequestObjects(Clients clients, RequestObjectReferences references, RequestObjectChecks checks) {
        this.clients = clients;
        this.references = references;
        this.checks = checks;
    }

    /**
     * The request that counts: the one that was sent, if it has no request object.
     *
     * @throws AuthorizationRefused by redirect only where the parameters beside the object name a registered redirect URI
     */
    public AuthorizationRequest unfold(AuthorizationRequest sent) {
        if (sent.requestObject().isEmpty() && sent.requestUri().isEmpty()) {
            return sent;
        }
        Client client = clients.find(sent.clientId())
                .orElseThrow(() -> new RefusedOnPage(
                        sent, Problem.UNKNOWN_APPLICATION, OAuthErrorCode.INVALID_REQUEST, "client is unknown"));
        try {
            return unfold(parsed(text(sent, client), client, sent));
        } catch (Objected objected) {
            throw refused(sent, objected);
        }
    }

    private AuthorizationRequest unfold(Presented presented) {
        try {
            checks.run(presented);
            return AuthorizationRequest.parse(parameters(presented));
        } catch (Objected objected) {
            throw refused(answerable(presented), objected);
        }
    }

    /**
     * What a refusal goes by: the parameters beside the object say who asks and where the answer goes, the object may say how and with which
     * state. That is no more than anybody could have put beside it.
     */
    private static AuthorizationRequest answerable(Presented object) {
        AuthorizationRequest sent = object.sent();
        return AuthorizationRequest.parse(Map.of(
                "client_id", List.of(sent.clientId()),
                "redirect_uri", List.of(sent.redirectUri()),
                "response_type", List.of(sent.responseType()),
                "scope", List.of(sent.scope()),
                "response_mode", List.of(textOr(object, "response_mode", sent.responseMode())),
                "state", List.of(textOr(object, "state", sent.state()))));
    }

    private static String textOr(Presented object, String claim, String otherwise) {
        return object.claims().get(claim) instanceof String text ? text : otherwise;
    }

    private String text(AuthorizationRequest sent, Client client) {
        if (!sent.requestObject().isEmpty() && !sent.requestUri().isEmpty()) {
            throw new Objected(OAuthErrorCode.INVALID_REQUEST, "request and request_uri exclude each other");
        }
        return sent.requestUri().isEmpty() ? sent.requestObject() : references.fetch(sent.requestUri(), client);
    }

    private static Presented parsed(String text, Client client, AuthorizationRequest sent) {
        try {
            JOSEObject jose = JOSEObject.parse(text);
            Map<String, Object> claims =
                    jose.getPayload() == null ? null : jose.getPayload().toJSONObject();
            if (claims != null) {
                return new Presented(jose, claims, client, sent);
            }
        } catch (ParseException malformed) {
            // as below
        }
        throw new Objected(OAuthErrorCode.INVALID_REQUEST_OBJECT, "the request object is not a JWT");
    }

    /** {@code client_id} and {@code response_type} may stand outside only: OpenID Connect Core section 6.1. */
    private static Map<String, List<String>> parameters(Presented object) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("client_id", List.of(object.client().id()));
        if (!object.sent().responseType().isEmpty()) {
            parameters.put("response_type", List.of(object.sent().responseType()));
        }
        object.claims().forEach((name, value) -> {
            if (!OF_THE_JWT.contains(name) && value != null) {
                parameters.put(name, values(value));
            }
        });
        return parameters;
    }

    private static List<String> values(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return List.of(value instanceof Map ? Json.write(value) : String.valueOf(value));
    }

    private AuthorizationRefused refused(AuthorizationRequest sent, Objected objected) {
        try {
            VerifiedReturn to = VerifiedReturn.verify(clients, sent);
            return new RefusedByRedirect(sent, to, objected.error(), objected.reason());
        } catch (RefusedOnPage nowhere) {
            return new RefusedOnPage(sent, Problem.BAD_REQUEST, objected.error(), objected.reason());
        }
    }
}
