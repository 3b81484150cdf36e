package dev.postern.identity.registration;

import dev.postern.data.database.Client;
import dev.postern.identity.rule.Breach;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the authorization endpoint would say of a redirect URI, with the reason: RFC 9700 sections 2.1 and 4.1.3, RFC 8252 section 7.3.
 *
 * @param breach what the URI itself breaks, empty if nothing
 * @param nearest the registered URI that differs least from it, empty if it is accepted or none is registered
 * @param differences of the URI from that one
 */
public record RedirectTrial(Outcome outcome, Optional<Breach> breach, String nearest, List<UriDifference> differences) {

    /** What becomes of it; {@link Citations} has the rule. */
    public enum Outcome {
        EXACT(true, "It is registered, letter for letter."),
        LOOPBACK_PORT(true, "A native client may use any port of the loopback address that is registered."),
        CLIENT_DISABLED(false, "The client is disabled: it is as if it were not registered."),
        NO_REDIRECTS(false, "The client has no grant that redirects."),
        MALFORMED(false, "No client may register such a URI."),
        PORT_OF_WEB_CLIENT(false, "Only the port differs, and only native clients may vary it."),
        PORT_OF_LOCALHOST(
                false,
                "Only the port differs, and it may vary on 127.0.0.1 and [::1] only: the name localhost can be made to lead elsewhere."),
        DIFFERENT(false, "It is compared exactly, and is not registered.");

        private final boolean accepted;
        private final String says;

        Outcome(boolean accepted, String says) {
            this.accepted = accepted;
            this.says = says;
        }

        public boolean accepted() {
            return accepted;
        }

        public String says() {
            return says;
        }
    }

    public static RedirectTrial of(Client client, String uri) {
        if (!client.isEnabled()) {
            return plain(Outcome.CLIENT_DISABLED);
        }
        if (!client.mayUse("authorization_code") && !client.mayUse("implicit")) {
            return plain(Outcome.NO_REDIRECTS);
        }
        if (RedirectUris.registered(client, uri)) {
            boolean exact = client.redirection().redirectUris().contains(uri);
            return plain(exact ? Outcome.EXACT : Outcome.LOOPBACK_PORT);
        }
        Optional<Breach> malformed =
                UriRules.refuseRedirect(uri, client.redirection().applicationType());
        return malformed
                .map(breach -> new RedirectTrial(Outcome.MALFORMED, Optional.of(breach), "", List.of()))
                .orElseGet(() -> compared(client, uri));
    }

    private static RedirectTrial compared(Client client, String uri) {
        return client.redirection().redirectUris().stream()
                .min(Comparator.comparingInt(
                        registered -> UriDifference.between(registered, uri).size()))
                .map(nearest -> compared(client, nearest, uri))
                .orElseGet(() -> plain(Outcome.NO_REDIRECTS));
    }

    private static RedirectTrial compared(Client client, String nearest, String uri) {
        List<UriDifference> differences = UriDifference.between(nearest, uri);
        boolean portOnly = differences.equals(List.of(UriDifference.PORT));
        return new RedirectTrial(
                portOnly ? ofPort(client, uri) : Outcome.DIFFERENT, Optional.empty(), nearest, differences);
    }

    private static Outcome ofPort(Client client, String uri) {
        String host = String.valueOf(URI.create(uri).getHost());
        if (!client.redirection().isNative()) {
            return UriRules.isLoopback(host) ? Outcome.PORT_OF_WEB_CLIENT : Outcome.DIFFERENT;
        }
        return host.equals("localhost") ? Outcome.PORT_OF_LOCALHOST : Outcome.DIFFERENT;
    }

    private static RedirectTrial plain(Outcome outcome) {
        return new RedirectTrial(outcome, Optional.empty(), "", List.of());
    }
}
