package dev.postern.identity.authorization;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.database.Client;
import dev.postern.data.database.Clients;
import dev.postern.identity.authorization.interaction.Interactions;
import dev.postern.identity.authorization.interaction.PendingInteraction;
import dev.postern.identity.authorization.request.AuthorizationRefused;
import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.authorization.request.VerifiedReturn;
import dev.postern.identity.authorization.session.Cookies;
import dev.postern.page.Languages;
import dev.postern.page.headers.ContentPolicy;
import dev.postern.page.headers.PagePolicies;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The interaction that a page request names, found once a request: for the page's headers and for what it shows. */
@Service
class PendingPages implements PagePolicies {

    private static final String FOUND = PendingInteraction.class.getName();
    private static final Set<String> PATHS = Set.of("/login", "/consent");

    private final Interactions interactions;
    private final Clients clients;
    private final Cookies cookies;

    @Inject
    PendingPages(Interactions interactions, Clients clients, Cookies cookies) {
        this.interactions = interactions;
        this.clients = clients;
        this.cookies = cookies;
    }

    Optional<PendingInteraction> of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof PendingInteraction found) {
            return Optional.of(found);
        }
        String id = request.getParameter("interaction");
        Optional<PendingInteraction> found =
                id == null ? Optional.empty() : interactions.find(id, cookies.read(request));
        found.ifPresent(pending -> request.setAttribute(FOUND, pending));
        return found;
    }

    /** The form's answer redirects to the client, and browsers hold redirects after a form to form-action as well. */
    @Override
    public Optional<ContentPolicy> of(String path, HttpServletRequest request) {
        if (!PATHS.contains(path)) {
            return Optional.empty();
        }
        try {
            return of(request).map(pending -> policy(pending.state().request(), request));
        } catch (AuthorizationRefused | StoreUnavailable e) {
            return Optional.empty(); // the page itself will meet the same and say so
        }
    }

    private ContentPolicy policy(AuthorizationRequest asked, HttpServletRequest request) {
        VerifiedReturn to = VerifiedReturn.verify(clients, asked);
        String logo = logo(to.client(), language(asked.uiLocales(), request));
        return ContentPolicy.STRICT.formsTo(to.policySource()).imagesFrom(originOf(logo));
    }

    /** The language of whoever looks at the page. */
    static String language(String uiLocales, HttpServletRequest request) {
        return Languages.choose(uiLocales, Collections.list(request.getLocales()))
                .getLanguage();
    }

    /** A logo that a page may show: from an https origin, so that nobody can watch or change it on the way. */
    static String logo(Client client, String language) {
        String logo = client.presentation().logoUri().in(language);
        return originOf(logo).isEmpty() ? "" : logo;
    }

    private static String originOf(String logoUri) {
        try {
            URI uri = URI.create(logoUri);
            boolean usable = "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            return usable ? "https://" + uri.getAuthority() : "";
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
