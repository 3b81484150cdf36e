package dev.postern.picture;

import dev.postern.page.Languages;
import dev.postern.platform.Issuer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The picture as a page: {@code GET /picture?lang=es}. */
@Path("/")
@RequestScoped
public class PictureResource {
    @Inject
    Issuer issuer;

    @GET
    @Produces("text/html;charset=UTF-8")
    public Response picture(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        PictureWords words = PictureWords.in(Languages.choose(lang, acceptLanguage));
        return Response.ok(new PicturePage(words, issuer.path()).html())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
