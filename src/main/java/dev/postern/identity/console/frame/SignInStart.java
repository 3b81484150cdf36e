package dev.postern.identity.console.frame;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Digests;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The console's authorization request, as the client {@value BuiltInClients#CONSOLE}: OpenID Connect Core section 3.1.2.1 with PKCE (RFC 7636). */
@Service
class SignInStart {

    static final Duration LIFETIME = Duration.ofMinutes(30);
    static final String SEALED_FOR = "console-state";

    private final BuiltInClients clients;
    private final Issuer issuer;
    private final SessionCache cache;
    private final Sealer sealer;
    private final RandomValues random;

    @Inject
    SignInStart(BuiltInClients clients, Issuer issuer, SessionCache cache, Sealer sealer, RandomValues random) {
        this.clients = clients;
        this.issuer = issuer;
        this.cache = cache;
        this.sealer = sealer;
        this.random = random;
    }

    /** What the state stands for. @param browserHash of the cookie of the browser that began */
    record Remembered(String nonce, String verifier, String browserHash, String returnTo, Optional<HeldForm> form) {}

    /** Where the browser is sent, and the value of the cookie that it takes along. */
    record Departure(String location, String browser) {}

    /**
     * @param knownBrowser the cookie of an earlier start, so that two tabs can sign in at once
     * @param maxAge how old the sign-in may be: OpenID Connect Core section 3.1.2.1
     * @param form what was sent to that page
     */
    Departure begin(
            Optional<String> knownBrowser, ReturnPath returnTo, Optional<Duration> maxAge, Optional<HeldForm> form) {
        String state = random.secret();
        String browser = knownBrowser.orElseGet(random::secret);
        Remembered remembered =
                new Remembered(random.secret(), random.secret(), Digests.sha256(browser), returnTo.value(), form);
        cache.put(
                Region.CONSOLE_STATE, Digests.sha256(state), sealer.seal(SEALED_FOR, Json.write(remembered)), LIFETIME);
        return new Departure(request(state, remembered, maxAge), browser);
    }

    private String request(String state, Remembered remembered, Optional<Duration> maxAge) {
        StringBuilder request = new StringBuilder(issuer.endpoint("/authorize?"));
        UrlEncoded.append(request, "client_id", BuiltInClients.CONSOLE);
        UrlEncoded.append(request, "redirect_uri", clients.consoleRedirectUri());
        UrlEncoded.append(request, "response_type", "code");
        UrlEncoded.append(request, "scope", "openid");
        UrlEncoded.append(request, "state", state);
        UrlEncoded.append(request, "nonce", remembered.nonce());
        UrlEncoded.append(request, "code_challenge", Digests.sha256(remembered.verifier()));
        UrlEncoded.append(request, "code_challenge_method", "S256");
        maxAge.ifPresent(age -> UrlEncoded.append(request, "max_age", Long.toString(age.toSeconds())));
        return request.toString();
    }
}
