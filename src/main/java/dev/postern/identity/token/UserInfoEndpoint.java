package dev.postern.identity.token;

import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.http.FormRequests;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.http.RequestHeaders;
import dev.postern.identity.token.mint.AccessToken;
import dev.postern.protocol.OAuthErrorCode;
import dev.postern.protocol.OAuthRefused;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** UserInfo: OpenID Connect Core section 5.3; the token comes by header or form body, never by query (RFC 6750 section 2). */
@WebServlet({"/userinfo", "/userinfo/"})
public class UserInfoEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "userinfo";
    private static final String SCHEME = "Bearer ";
    private static final String IN_QUERY = "access_token=";

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FormRequests forms;

    @Inject
    transient UserInfo userInfo;

    @Inject
    transient EndpointEvents events;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.GET_AND_POST, this::answer);
    }

    private Reply answer(HttpServletRequest request) {
        String clientId = "";
        try {
            Optional<TokenValue> presented = presented(request);
            if (presented.isEmpty()) {
                return JsonAnswers.bearerMissing();
            }
            AccessToken token = userInfo.validated(presented.get());
            clientId = token.clientId();
            Reply answer = userInfo.answer(token);
            events.looked(NAME, "answered", token.subject(), clientId, token.grantId());
            return answer;
        } catch (OAuthRefused refusal) {
            events.refused(NAME, clientId, refusal);
            return JsonAnswers.bearerRefused(refusal);
        }
    }

    private Optional<TokenValue> presented(HttpServletRequest request) {
        Optional<TokenValue> inHeader = inHeader(request);
        if (inQuery(request)) {
            throw invalidRequest("an access token does not belong in the query");
        }
        if (!request.getMethod().equals("POST") || !FormRequests.isForm(request)) {
            return inHeader;
        }
        Optional<TokenValue> inBody = forms.read(request).get("access_token").map(TokenValue::new);
        if (inHeader.isPresent() && inBody.isPresent()) {
            throw invalidRequest("the access token is sent twice");
        }
        return inHeader.or(() -> inBody);
    }

    private static boolean inQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && (query.startsWith(IN_QUERY) || query.contains("&" + IN_QUERY));
    }

    private static Optional<TokenValue> inHeader(HttpServletRequest request) {
        List<String> fields = RequestHeaders.authorization(request);
        if (fields.size() > 1) {
            throw invalidRequest("there is more than one Authorization header");
        }
        return fields.isEmpty() || !fields.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(
                        new TokenValue(fields.get(0).substring(SCHEME.length()).strip()));
    }

    private static OAuthRefused invalidRequest(String description) {
        return new OAuthRefused(OAuthErrorCode.INVALID_REQUEST, description);
    }
}
