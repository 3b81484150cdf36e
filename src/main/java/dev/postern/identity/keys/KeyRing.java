package dev.postern.identity.keys;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.postern.data.database.SigningKeyRow.State;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The signing keys at one moment, with the key set document (RFC 7517 section 5) made of them. */
final class KeyRing {

    static final KeyRing EMPTY = new KeyRing(List.of());

    private final Map<JwsAlgorithm, SigningKey> active;
    private final Map<String, SigningKey> byKid;
    private final byte[] document;

    KeyRing(List<SigningKey> keys) {
        this.byKid = keys.stream().collect(Collectors.toUnmodifiableMap(SigningKey::kid, Function.identity()));
        this.active = keys.stream()
                .filter(key -> key.state() == State.ACTIVE)
                .collect(Collectors.toUnmodifiableMap(SigningKey::algorithm, Function.identity(), (one, other) -> one));
        this.document = document(keys);
    }

    private static byte[] document(List<SigningKey> keys) {
        List<Map<String, Object>> published = keys.stream()
                .sorted(Comparator.comparing(SigningKey::algorithm)
                        .thenComparing(SigningKey::state)
                        .thenComparing(SigningKey::kid))
                .map(SigningKey::publicJwk)
                .toList();
        return JSONObjectUtils.toJSONString(Map.of("keys", published)).getBytes(StandardCharsets.UTF_8);
    }

    boolean isComplete() {
        return active.size() == JwsAlgorithm.values().length;
    }

    Optional<SigningKey> active(JwsAlgorithm algorithm) {
        return Optional.ofNullable(active.get(algorithm));
    }

    Optional<SigningKey> named(String kid) {
        return Optional.ofNullable(byKid.get(kid));
    }

    byte[] document() {
        return document;
    }
}
