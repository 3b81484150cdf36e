package dev.postern.identity.clientkeys;

import com.nimbusds.jose.jwk.JWKSet;
import dev.postern.identity.clientkeys.RemoteKeySet.Fetch;
import dev.postern.platform.CryptoProvider;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Signatures of clients whose published keys are texts of a test. */
public final class RemoteKeys {

    private RemoteKeys() {}

    /** @param web what is published at an address, empty: nothing */
    public static ClientSignatures signatures(UnaryOperator<String> web, Clock clock) {
        return new ClientSignatures(
                new RemoteKeySets(uri -> fetched(web.apply(uri)), clock, 6), CryptoProvider.ofJdk());
    }

    private static Optional<Fetch> fetched(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fetch(JWKSet.parse(text).getKeys(), Duration.ofMinutes(10)));
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
