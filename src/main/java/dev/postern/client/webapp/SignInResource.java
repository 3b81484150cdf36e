package dev.postern.client.webapp;

import dev.postern.client.webapp.AppCookies.Name;
import dev.postern.client.webapp.AppSessions.Stored;
import dev.postern.page.Words;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Digests;
import dev.postern.platform.Settings;
import dev.postern.platform.Traces;
import dev.postern.protocol.RequestParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The beginning and the end of a sign-in, and the logout (OpenID Connect RP-Initiated Logout section 2). */
@RequestScoped
@Path("/")
public class SignInResource {

    @Inject
    AppIdentity identity;

    @Inject
    AppCookies cookies;

    @Inject
    AppSessions sessions;

    @Inject
    SignInStart start;

    @Inject
    SignInEnd end;

    @Inject
    AppAnswers answers;

    @Inject
    Settings settings;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @GET
    @Path("login")
    public Response login() {
        mustBeServed();
        SignInStart.Departure departure = start.begin(cookies.value(headers.getCookies(), Name.BROWSER), words().tag());
        long seconds = settings.get(AppSettings.STATE_LIFETIME).toSeconds();
        return AppAnswers.redirect(departure.location())
                .cookie(cookies.cookie(Name.BROWSER, departure.browser(), seconds))
                .build();
    }

    @GET
    @Path("callback")
    public CompletionStage<Response> callback() {
        mustBeServed();
        Words words = words();
        RequestParameters answer = answer();
        CurrentRequest.joinTrace(Traces.ofState(answer.get("state").orElse("")));
        CurrentRequest current = CurrentRequest.get();
        String home = identity.url();
        long seconds = settings.get(AppSettings.SESSION_LIFETIME).toSeconds();
        Optional<String> before = cookies.value(headers.getCookies(), Name.SESSION);
        return end.complete(answer, cookies.value(headers.getCookies(), Name.BROWSER))
                .thenApply(cookie -> {
                    before.ifPresent(old -> sessions.end(Digests.sha256(old)));
                    return AppAnswers.redirect(home)
                            .cookie(cookies.cookie(Name.SESSION, cookie, seconds))
                            .build();
                })
                .exceptionally(failure -> answers.failure(failure, words, current));
    }

    private RequestParameters answer() {
        try {
            return RequestParameters.of(new LinkedHashMap<>(uri.getQueryParameters()));
        } catch (RequestParameters.RepeatedParameter repeated) {
            throw new SignInFailed(SignInFailed.Reason.BAD_ANSWER, "a parameter is repeated");
        }
    }

    @POST
    @Path("logout")
    @Consumes("application/x-www-form-urlencoded")
    public Response logout(InputStream body) throws IOException {
        mustBeServed();
        Optional<Stored> stored =
                cookies.value(headers.getCookies(), Name.SESSION).flatMap(sessions::find);
        if (stored.isEmpty()) {
            return AppAnswers.redirect(identity.url()).build();
        }
        AppSession session = stored.get().session();
        if (!FormToken.read(body).belongsTo(session)) {
            throw new ForbiddenException();
        }
        sessions.end(stored.get().key());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", identity.clientId());
        parameters.put("id_token_hint", session.idToken());
        parameters.put("post_logout_redirect_uri", identity.url());
        parameters.put("ui_locales", words().tag());
        return AppAnswers.redirect(identity.frontChannel("/logout") + "?" + SignInStart.form(parameters))
                .cookie(cookies.cookie(Name.SESSION, "", 0))
                .build();
    }

    private void mustBeServed() {
        if (!identity.isServed()) {
            throw new NotFoundException();
        }
    }

    private Words words() {
        return AppAnswers.words(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
