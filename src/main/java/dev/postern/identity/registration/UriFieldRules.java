package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Redirection;
import dev.postern.identity.rule.Breach;
import dev.postern.identity.rule.Rule;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** The URIs to which people are sent and at which the client is called: RFC 7591 section 2, OpenID Connect Registration section 2. */
final class UriFieldRules {

    private UriFieldRules() {}

    static void check(Client client, Violations violations) {
        Redirection redirection = client.redirection();
        Function<String, Optional<Breach>> redirect =
                uri -> UriRules.refuseRedirect(uri, redirection.applicationType());
        violations.each("redirect_uris", redirection.redirectUris(), redirect);
        violations.each("post_logout_redirect_uris", client.logout().returnUris(), redirect);
        violations.each("origins", redirection.origins(), UriRules::refuseOrigin);
        violations.each("request_uris", client.requests().requestUris(), UriFieldRules::refuseRequestUri);
        violations.one(
                "initiate_login_uri", client.presentation().initiateLoginUri(), UriFieldRules::refuseInitiateLogin);
        checkLogout(client, violations);
    }

    /** OpenID Connect Core section 6.2: a fragment may hold the digest of what is there. */
    private static Optional<Breach> refuseRequestUri(String uri) {
        int fragment = uri.indexOf('#');
        return UriRules.refusePage(fragment < 0 ? uri : uri.substring(0, fragment));
    }

    /** OpenID Connect Registration section 2: always https. */
    private static Optional<Breach> refuseInitiateLogin(String uri) {
        Optional<Breach> refused = UriRules.refusePage(uri);
        return refused.isEmpty() && !uri.regionMatches(true, 0, "https:", 0, 6)
                ? Optional.of(Rule.NOT_HTTPS.brokenBy())
                : refused;
    }

    private static void checkLogout(Client client, Violations violations) {
        Logout logout = client.logout();
        violations.one("backchannel_logout_uri", logout.backChannelUri(), UriRules::refusePage);
        violations.one("frontchannel_logout_uri", logout.frontChannelUri(), uri -> {
            Optional<Breach> refused = UriRules.refusePage(uri);
            return refused.isPresent() ? refused : refuseStrangeOrigin(uri, client.redirection());
        });
        if (logout.backChannelSessionRequired() && logout.backChannelUri().isEmpty()) {
            violations.refuse("backchannel_logout_session_required", Rule.BELONGS_TO, "backchannel_logout_uri");
        }
        if (logout.frontChannelSessionRequired() && logout.frontChannelUri().isEmpty()) {
            violations.refuse("frontchannel_logout_session_required", Rule.BELONGS_TO, "frontchannel_logout_uri");
        }
    }

    /** OpenID Connect Front-Channel Logout section 2: scheme, host and port of a redirect URI. */
    private static Optional<Breach> refuseStrangeOrigin(String uri, Redirection redirection) {
        boolean known = redirection.redirectUris().stream()
                .filter(registered -> UriRules.refuseAbsolute(registered).isEmpty())
                .anyMatch(registered -> originOf(registered).equals(originOf(uri)));
        return known ? Optional.empty() : Optional.of(Rule.ORIGIN_OF_NO_REDIRECT.brokenBy());
    }

    private static String originOf(String text) {
        URI uri = URI.create(text);
        int port = uri.getPort() < 0 && "https".equals(uri.getScheme()) ? 443 : uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }
}
