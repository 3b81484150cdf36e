package dev.postern.identity.console;

import dev.postern.data.reporting.ReportingStore;
import dev.postern.data.reporting.SignInFilter;
import dev.postern.identity.console.frame.Frame;
import dev.postern.page.Languages;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

    private static final int MOST_ROWS = 10_000;
    private static final Duration SHOWN = Duration.ofDays(7);

    /** The name under which the ETL keeps its position. */
    private static final String ETL = "sign-ins";

    @Inject
    Frame frame;

    @Inject
    ReportingStore store;

    @Inject
    Issuer issuer;

    @Inject
    Clock clock;

    @GET
    public Response reports(
            @QueryParam("lang") @Nullable String lang,
            @jakarta.ws.rs.HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = Languages.choose(lang, acceptLanguage);
        Instant now = clock.instant();
        ReportsPage page = new ReportsPage(
                language,
                issuer.path(),
                frame.getUsername(),
                store.page(
                        SignInFilter.of(now.minus(SHOWN), now.plus(Duration.ofHours(1))), Optional.empty(), MOST_ROWS),
                store.lastRun(ETL));
        return Response.ok(page.html().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
