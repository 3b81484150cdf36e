package dev.postern.identity.adminapi;

import dev.postern.identity.clientkeys.TriedKeySet;
import dev.postern.identity.clientkeys.TriedKeySet.TriedKey;
import dev.postern.identity.registration.Citations;
import dev.postern.identity.registration.RedirectTrial;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What was tried with a client, as JSON. */
final class ClientTrialAnswers {

    private ClientTrialAnswers() {}

    static Answer of(RedirectTrial trial) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", trial.outcome().accepted());
        body.put("outcome", wire(trial.outcome()));
        body.put(
                "reason",
                trial.outcome().says()
                        + trial.breach().map(breach -> " " + breach).orElse(""));
        body.put("rule", Citations.of(trial.outcome(), Locale.ENGLISH));
        if (!trial.nearest().isEmpty()) {
            body.put("nearest", trial.nearest());
            body.put(
                    "differs_in",
                    trial.differences().stream().map(ClientTrialAnswers::wire).toList());
        }
        return Answer.of(200, body);
    }

    static Answer of(TriedKeySet tried) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serves", tried.serves());
        tried.failure().ifPresent(failure -> {
            body.put("failure", wire(failure));
            body.put("reason", failure.says());
        });
        body.put("keys", tried.keys().stream().map(ClientTrialAnswers::key).toList());
        return Answer.of(200, body);
    }

    private static Map<String, Object> key(TriedKey key) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kid", key.id());
        view.put("kty", key.type());
        view.put("alg", key.algorithm());
        view.put("use", key.use());
        view.put("serves", key.serves());
        view.put("private", key.secret());
        return view;
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
