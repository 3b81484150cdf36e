package dev.postern.identity.console;

import dev.postern.data.database.User;
import dev.postern.data.reporting.ReportingStore;
import dev.postern.identity.account.AccountSignIn;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.page.Languages;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign-in metrics of the Reporting Store (B14) as a page: {@code GET /console/reports?lang=es}. */
@Path("console/reports")
@RequestScoped
public class ReportsResource {

    private static final Duration SHOWN = Duration.ofDays(7);

    /** The name under which the ETL keeps its position. */
    private static final String ETL = "sign-ins";

    @Inject
    Auditors auditors;

    @Inject
    AccountSignIn signIn;

    @Inject
    Cookies cookies;

    @Inject
    ReportingStore store;

    @Inject
    Issuer issuer;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    @GET
    public Response reports(
            @QueryParam("lang") @Nullable String lang,
            @jakarta.ws.rs.HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Optional<User> reader = auditors.at(cookies.read(request));
        if (reader.isEmpty()) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, signIn.beginForReports())
                    .build();
        }
        Locale language = Languages.choose(lang, acceptLanguage);
        Instant now = clock.instant();
        ReportsPage page = new ReportsPage(
                language,
                issuer.path(),
                reader.get().username(),
                store.between(now.minus(SHOWN), now.plus(Duration.ofHours(1))),
                store.lastRun(ETL));
        return Response.ok(page.html().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
