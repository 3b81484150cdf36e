package dev.postern.identity.token;

import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.TokenValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** UserInfo: OpenID Connect Core section 5.3; the token comes by header or form body, never by query (RFC 6750 section 2). */
@Path("/userinfo")
@ApplicationScoped
public class UserInfoEndpoint {

    private static final String NAME = "userinfo";
    private static final String SCHEME = "Bearer ";

    @Inject
    FormRequests forms;

    @Inject
    UserInfo userInfo;

    @Inject
    EndpointEvents events;

    @GET
    public Response get(@Context HttpHeaders headers) {
        return answer(() -> inHeader(headers));
    }

    @POST
    public Response post(@Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return answer(() -> {
            Optional<TokenValue> inHeader = inHeader(headers);
            Optional<TokenValue> inBody = inBody(headers, uri, body);
            if (inHeader.isPresent() && inBody.isPresent()) {
                throw invalidRequest("the access token is sent twice");
            }
            return inHeader.or(() -> inBody);
        });
    }

    /** Where a request carries its token. */
    @FunctionalInterface
    private interface TokenSource {
        Optional<TokenValue> token();
    }

    private Response answer(TokenSource source) {
        String clientId = "";
        try {
            Optional<TokenValue> presented = source.token();
            if (presented.isEmpty()) {
                return JsonAnswers.bearerMissing();
            }
            AccessToken token = userInfo.validated(presented.get());
            clientId = token.clientId();
            byte[] claims = userInfo.claims(token);
            events.looked(NAME, "answered", token.subject(), clientId, token.grantId());
            return JsonAnswers.ok(claims);
        } catch (OAuthRefused refusal) {
            events.refused(NAME, clientId, refusal);
            return JsonAnswers.bearerRefused(refusal);
        }
    }

    private static Optional<TokenValue> inHeader(HttpHeaders headers) {
        List<String> fields = RequestHeaders.authorization(headers);
        if (fields.size() > 1) {
            throw invalidRequest("there is more than one Authorization header");
        }
        return fields.stream()
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(field -> new TokenValue(field.substring(SCHEME.length()).strip()))
                .findFirst();
    }

    private Optional<TokenValue> inBody(HttpHeaders headers, UriInfo uri, InputStream body) {
        MediaType type = headers.getMediaType();
        return type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                ? Optional.empty()
                : forms.read(headers, uri, body).get("access_token").map(TokenValue::new);
    }

    private static OAuthRefused invalidRequest(String description) {
        return new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
