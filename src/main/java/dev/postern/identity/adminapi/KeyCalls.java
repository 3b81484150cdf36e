package dev.postern.identity.adminapi;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.data.queue.Event.SigningKeyChanged;
import dev.postern.identity.administration.key.KeyAdministration;
import dev.postern.identity.administration.key.PlannedRotation;
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
            case LIST_KEYS -> Lists.of(keys.list(call.by()), this::shown);
            case READ_KEY_ROTATION ->
                Answer.of(
                        200,
                        Map.of(
                                "provider",
                                keys.provider(call.by()),
                                "algorithms",
                                keys.planned(call.by()).stream()
                                        .map(KeyCalls::shown)
                                        .toList()));
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

    private Map<String, Object> shown(SigningKeyRow key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kid", key.kid());
        view.put("algorithm", key.algorithm());
        view.put("state", key.state().name().toLowerCase(Locale.ROOT));
        view.put("created_at", key.createdAt().toString());
        key.activatedAt().ifPresent(at -> view.put("activated_at", at.toString()));
        key.retiredAt().ifPresent(at -> view.put("retired_at", at.toString()));
        keys.removal(key).ifPresent(at -> view.put("removed_at", at.toString()));
        view.put("public_jwk", Json.readObject(key.publicJwk()));
        return view;
    }

    private static Map<String, Object> shown(PlannedRotation rotation) {
        return Map.of(
                "algorithm", rotation.algorithm(),
                "active", rotation.active(),
                "next", rotation.next(),
                "at", rotation.at().toString());
    }

    private static Map<String, Object> shown(SigningKeyChanged change) {
        return Map.of("kid", change.kid(), "algorithm", change.algorithm(), "change", change.change());
    }
}
