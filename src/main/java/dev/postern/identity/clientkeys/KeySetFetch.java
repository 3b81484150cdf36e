package dev.postern.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.postern.identity.clientkeys.RemoteKeySet.Fetch;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.platform.outgoing.FetchFailed;
import dev.postern.platform.outgoing.Fetched;
import dev.postern.platform.outgoing.GuardedFetch;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fetches a key set from a jwks_uri (RFC 7517 section 5), under guard, to be kept as long as their server says (RFC 9111 section 5.2.2.1) within bounds. */
@Service
class KeySetFetch implements Function<String, Optional<Fetch>> {

    private static final Logger LOG = Logger.getLogger(KeySetFetch.class.getName());
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);
    static final int MOST_KEYS = 20;
    static final String ACCEPTED = "application/jwk-set+json, application/json";

    private final GuardedFetch guarded;
    private final Duration lifetime;

    @Inject
    KeySetFetch(GuardedFetch guarded, Settings settings) {
        this.guarded = guarded;
        this.lifetime = settings.get(ClientKeySettings.LIFETIME);
    }

    /** Empty if there is no key set to be had. */
    @Override
    public Optional<Fetch> apply(String uri) {
        try {
            Fetched answer = guarded.get(URI.create(uri), ACCEPTED);
            if (answer.status() != 200) {
                LOG.log(Level.WARNING, "The keys at {0} were answered with {1}", new Object[] {uri, answer.status()});
                return Optional.empty();
            }
            List<JWK> keys = JWKSet.parse(answer.text()).getKeys().stream()
                    .filter(UsableKeys::isUsable)
                    .limit(MOST_KEYS)
                    .toList();
            return Optional.of(new Fetch(keys, lifetime(answer)));
        } catch (FetchFailed e) {
            LOG.log(Level.WARNING, "The keys at {0} could not be fetched: {1} {2}", new Object[] {
                uri, e.reason(), e.getMessage()
            });
        } catch (ParseException e) {
            LOG.log(Level.WARNING, "What is at {0} is not a JSON Web Key Set", uri);
        }
        return Optional.empty();
    }

    private Duration lifetime(Fetched answer) {
        Duration said =
                answer.header("Cache-Control").flatMap(KeySetFetch::maxAge).orElse(lifetime);
        return said.compareTo(SHORTEST) < 0 ? SHORTEST : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    private static Optional<Duration> maxAge(String cacheControl) {
        return Arrays.stream(cacheControl.split(","))
                .map(String::strip)
                .filter(directive -> directive.matches("max-age=\\d{1,9}"))
                .map(directive -> Duration.ofSeconds(Long.parseLong(directive.substring("max-age=".length()))))
                .findFirst();
    }
}
