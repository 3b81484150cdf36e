package dev.postern.identity.registration.dynamic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Client;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.identity.http.JsonAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.identity.registration.dynamic.RegistrationRefused.Code;
import dev.postern.platform.JsonObject;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The client registration endpoint, RFC 7591 section 3, and below it the client configuration endpoint of each client, RFC 7592
 * section 2.
 */
@WebServlet({"/register", "/register/*"})
public class RegistrationEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String SCHEME = "Bearer ";
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient FailureAnswers failures;

    @Inject
    transient RegistrationPolicies policies;

    @Inject
    transient RegistrationThrottle throttle;

    @Inject
    transient Registrations registrations;

    @Inject
    transient Events events;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (clientId(request).isEmpty()) {
            endpoints.run(request, response, Methods.POST, one -> answer(one, this::register));
        } else {
            endpoints.run(request, response, Methods.GET_PUT_DELETE, one -> answer(one, this::manage));
        }
    }

    private static String clientId(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? "" : below.replaceFirst("^/", "");
    }

    /** The same if it has the form of an id that we gave, else empty: nothing else is looked up or written down. */
    private static String claimedId(HttpServletRequest request) {
        String id = clientId(request);
        return OURS.matcher(id).matches() ? id : "";
    }

    private Reply answer(HttpServletRequest request, Function<HttpServletRequest, Reply> handler) {
        if (!policies.registrationIsOn()) {
            return failures.answer(404, request);
        }
        try {
            throttle.admit();
            return handler.apply(request);
        } catch (RegistrationRefused refused) {
            record(request, refused);
            return refused(refused);
        }
    }

    /** What is too much is not written down: that would be too much as well. */
    private void record(HttpServletRequest request, RegistrationRefused refused) {
        if (refused.code() != Code.SLOW_DOWN) {
            events.publish(new Event.RegistrationRefused(
                    claimedId(request), refused.code().wire(), refused.description()));
        }
    }

    private Reply register(HttpServletRequest request) {
        RegistrationPolicy policy = policies.of(token(request));
        return json(201, registrations.register(RegistrationDocument.read(request), policy));
    }

    private Reply manage(HttpServletRequest request) {
        Optional<TokenValue> token = token(request);
        Client client = registrations.authorized(claimedId(request), token);
        return switch (request.getMethod()) {
            case "PUT" -> {
                ObjectNode document = RegistrationDocument.read(request);
                yield json(200, registrations.replace(client, document));
            }
            case "DELETE" -> {
                registrations.remove(client);
                yield Reply.of(204).with("Cache-Control", "no-store");
            }
            default -> json(200, registrations.show(client, token.orElseThrow()));
        };
    }

    /** RFC 6750 section 2.1: by header only. */
    private static Optional<TokenValue> token(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders("Authorization"));
        if (fields.size() > 1) {
            throw RegistrationRefused.unauthorized("there is more than one Authorization header");
        }
        return fields.stream()
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(field -> new TokenValue(field.substring(SCHEME.length()).strip()))
                .findFirst();
    }

    private static Reply json(int status, byte[] body) {
        return JsonAnswers.notStored(status, body);
    }

    private static Reply refused(RegistrationRefused refusal) {
        byte[] body = new JsonObject()
                .put("error", refusal.code().wire())
                .put("error_description", refusal.description())
                .bytes();
        Reply answer = json(refusal.code().status(), body);
        return switch (refusal.code()) {
            case INVALID_TOKEN -> answer.with("WWW-Authenticate", "Bearer realm=\"postern\", error=\"invalid_token\"");
            case SLOW_DOWN -> answer.with("Retry-After", Long.toString(RegistrationThrottle.WINDOW.toSeconds()));
            case INVALID_REDIRECT_URI, INVALID_CLIENT_METADATA, INVALID_REQUEST, ACCESS_DENIED -> answer;
        };
    }
}
