package dev.postern.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.postern.platform.Service;
import dev.postern.platform.outgoing.FetchFailed;
import dev.postern.platform.outgoing.Fetched;
import dev.postern.platform.outgoing.GuardedFetch;
import jakarta.inject.Inject;
import java.net.URI;
import java.text.ParseException;
import java.util.List;

/** Fetches a key set once to be looked at (RFC 7517 section 5), under the same guard and limits as when a signature needs it. Nothing of it is kept. */
@Service
public class KeySetTrial {

    private final GuardedFetch guarded;

    @Inject
    KeySetTrial(GuardedFetch guarded) {
        this.guarded = guarded;
    }

    /** @param uri a well-formed https URI */
    public TriedKeySet fetch(String uri) {
        try {
            Fetched answer = guarded.get(URI.create(uri), KeySetFetch.ACCEPTED);
            return answer.status() == 200 ? read(answer.text()) : TriedKeySet.failed(failure(answer.status()));
        } catch (FetchFailed e) {
            return TriedKeySet.failed(failure(e.reason()));
        }
    }

    /** A key set that is there already. */
    public static TriedKeySet read(String text) {
        try {
            List<JWK> keys = JWKSet.parse(text).getKeys();
            return TriedKeySet.of(keys.stream().limit(KeySetFetch.MOST_KEYS).toList());
        } catch (ParseException e) {
            return TriedKeySet.failed(TriedKeySet.Failure.NO_KEY_SET);
        }
    }

    private static TriedKeySet.Failure failure(int status) {
        return status >= 300 && status < 400 ? TriedKeySet.Failure.REDIRECT : TriedKeySet.Failure.STATUS;
    }

    private static TriedKeySet.Failure failure(FetchFailed.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> TriedKeySet.Failure.NOT_ALLOWED;
            case PRIVATE_ADDRESS -> TriedKeySet.Failure.PRIVATE_ADDRESS;
            case UNREACHABLE -> TriedKeySet.Failure.UNREACHABLE;
            case TOO_SLOW -> TriedKeySet.Failure.TOO_SLOW;
            case TOO_LARGE -> TriedKeySet.Failure.TOO_LARGE;
            case NOT_HTTP -> TriedKeySet.Failure.NOT_HTTP;
            case BUSY -> TriedKeySet.Failure.BUSY;
        };
    }
}
