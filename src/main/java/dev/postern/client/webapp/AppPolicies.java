package dev.postern.client.webapp;

import dev.postern.page.headers.ContentPolicy;
import dev.postern.page.headers.PagePolicies;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The app's logout form leads to the authorization server, which may have another origin. */
@Service
public class AppPolicies implements PagePolicies {

    private final AppIdentity identity;

    @Inject
    public AppPolicies(AppIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<ContentPolicy> of(String path, HttpServletRequest request) {
        return path.equals("/app") || path.startsWith("/app/")
                ? Optional.of(ContentPolicy.STRICT.formsTo(identity.issuerOrigin()))
                : Optional.empty();
    }
}
