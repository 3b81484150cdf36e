package dev.postern.client.webapp;

import dev.postern.client.webapp.AppCookies.Name;
import dev.postern.client.webapp.AppSessions.Stored;
import dev.postern.page.Words;
import dev.postern.picture.HopTrace;
import dev.postern.platform.CurrentRequest;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** The app's own pages. What waits for other parties is answered asynchronously. */
@RequestScoped
@Path("/")
public class HomeResource {

    @Inject
    AppIdentity identity;

    @Inject
    AppCookies cookies;

    @Inject
    AppSessions sessions;

    @Inject
    FreshTokens tokens;

    @Inject
    ApiCalls api;

    @Inject
    AppAnswers answers;

    @Inject
    HopTrace hops;

    @Context
    HttpHeaders headers;

    @GET
    public CompletionStage<Response> home() {
        return signedIn(this::profile);
    }

    @POST
    @Path("refused-call")
    @Consumes("application/x-www-form-urlencoded")
    public CompletionStage<Response> refusedCall(InputStream body) throws IOException {
        FormToken formToken = FormToken.read(body);
        return signedIn((session, words) -> {
            if (!formToken.belongsTo(session)) {
                return CompletableFuture.failedFuture(new ForbiddenException());
            }
            return api.post(session, "/notes", Map.of("text", "This must not be written."))
                    .thenApply(answer -> page(new RefusedCallPage(words, identity, session, answer).html()));
        });
    }

    /** What follows may run on other threads: it uses values and services, nothing of the request. */
    private CompletionStage<Response> signedIn(BiFunction<AppSession, Words, CompletableFuture<Response>> then) {
        if (!identity.isServed()) {
            throw new NotFoundException();
        }
        Words words = AppAnswers.words(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        CurrentRequest current = CurrentRequest.get();
        Optional<String> cookie = cookies.value(headers.getCookies(), Name.SESSION);
        Optional<Stored> stored = cookie.flatMap(sessions::find);
        if (stored.isEmpty()) {
            return CompletableFuture.completedFuture(welcome(words, cookie.isPresent()));
        }
        return tokens.of(stored.get())
                .thenCompose(session -> session.isPresent()
                        ? then.apply(session.get(), words)
                        : CompletableFuture.completedFuture(welcome(words, true)))
                .exceptionally(failure -> answers.failure(failure, words, current));
    }

    private CompletableFuture<Response> profile(AppSession session, Words words) {
        return api.get(session, "/me")
                .thenCombine(api.get(session, "/notes"), List::of)
                .thenApply(
                        all -> page(new ProfilePage(words, identity, session, all, hops.of(session.traceId())).html()));
    }

    private Response welcome(Words words, boolean sessionEnded) {
        return page(new WelcomePage(words, identity, sessionEnded).html());
    }

    private static Response page(String html) {
        return AppAnswers.page(200, html).build();
    }
}
