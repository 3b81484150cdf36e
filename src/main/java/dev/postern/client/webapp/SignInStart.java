package dev.postern.client.webapp;

import dev.postern.data.session.Region;
import dev.postern.data.session.SessionCache;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.Digests;
import dev.postern.platform.Json;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.Traces;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The authorization request: OpenID Connect Core section 3.1.2.1 with PKCE (RFC 7636) and a resource (RFC 8707). H1, H2, H3. */
@Service
public class SignInStart {

    static final String SEALED_FOR = "app-state";

    private final AppIdentity identity;
    private final SessionCache cache;
    private final Sealer sealer;
    private final RandomValues random;
    private final Settings settings;
    private final HopTrace hops;

    @Inject
    public SignInStart(
            AppIdentity identity,
            SessionCache cache,
            Sealer sealer,
            RandomValues random,
            Settings settings,
            HopTrace hops) {
        this.identity = identity;
        this.cache = cache;
        this.sealer = sealer;
        this.random = random;
        this.settings = settings;
        this.hops = hops;
    }

    /** Where the browser is sent, and the value of the cookie that it takes along. */
    record Departure(String location, String browser) {}

    /** @param knownBrowser the cookie of an earlier sign-in, so that two tabs can sign in at once */
    Departure begin(Optional<String> knownBrowser, String language) {
        String state = random.secret();
        String traceId = Traces.ofState(state);
        hops.passed(traceId, Hop.H1, Remark.AS_IS, "GET " + identity.root() + "/login");
        String browser = knownBrowser.orElseGet(random::secret);
        SignInState remembered = new SignInState(random.secret(), random.secret(), Digests.sha256(browser));
        cache.put(
                Region.APP_STATE,
                Digests.sha256(state),
                sealer.seal(SEALED_FOR, Json.write(remembered)),
                settings.get(AppSettings.STATE_LIFETIME));
        hops.passed(traceId, Hop.H2, Remark.STATE_STORED);
        String location = identity.frontChannel("/authorize") + "?" + query(state, remembered, language);
        hops.passed(traceId, Hop.H3, Remark.SENT_TO_AUTHORIZE);
        return new Departure(location, browser);
    }

    private String query(String state, SignInState remembered, String language) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", identity.clientId());
        parameters.put("redirect_uri", identity.redirectUri());
        parameters.put("scope", identity.scope());
        parameters.put("state", state);
        parameters.put("nonce", remembered.nonce());
        parameters.put("code_challenge", Digests.sha256(remembered.verifier()));
        parameters.put("code_challenge_method", "S256");
        parameters.put("resource", identity.resource());
        parameters.put("ui_locales", language);
        return form(parameters);
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + AppIdentity.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }
}
