package dev.postern.identity.adminapi;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.identity.administration.key.KeyAdministration;
import dev.postern.platform.Json;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Signing keys over HTTP: never their private halves. */
@Service
class KeyCalls {

    private final KeyAdministration keys;

    @Inject
    KeyCalls(KeyAdministration keys) {
        this.keys = keys;
    }

    Answer run(KeyOperation operation, Call call) {
        return switch (operation) {
            case LIST_KEYS -> Lists.of(keys.list(call.by()), KeyCalls::shown);
            case ROTATE_KEYS -> {
                Set<String> algorithms =
                        Call.fields(call.body(), Set.of("algorithms"), fields -> fields.texts("algorithms", Set.of()));
                List<Map<String, Object>> changes = keys.rotate(call.by(), algorithms).stream()
                        .map(KeyCalls::shown)
                        .toList();
                yield Answer.of(200, Map.of("changes", changes));
            }
        };
    }

    private static Map<String, Object> shown(SigningKeyRow key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kid", key.kid());
        view.put("algorithm", key.algorithm());
        view.put("state", key.state().name().toLowerCase(Locale.ROOT));
        view.put("created_at", key.createdAt().toString());
        key.activatedAt().ifPresent(at -> view.put("activated_at", at.toString()));
        key.retiredAt().ifPresent(at -> view.put("retired_at", at.toString()));
        view.put("public_jwk", Json.readObject(key.publicJwk()));
        return view;
    }

    private static Map<String, Object> shown(SigningKeyChanged change) {
        return Map.of("kid", change.kid(), "algorithm", change.algorithm(), "change", change.change());
    }
}
