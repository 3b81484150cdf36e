package dev.postern.identity.administration.client;

import dev.postern.data.database.InitialAccessToken;
import dev.postern.data.database.InitialAccessTokens.FoundToken;
import dev.postern.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An initial access token as administrators see it: all but what programs present. */
public final class InitialAccessTokenView {

    private InitialAccessTokenView() {}

    static Map<String, Object> fields(InitialAccessToken token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", token.name());
        token.expiresAt().ifPresent(at -> fields.put("expires", at.toString()));
        fields.put("policy", Json.readObject(token.policy()));
        return fields;
    }

    public static Map<String, Object> of(FoundToken found) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", found.token().tokenHash());
        view.putAll(fields(found.token()));
        view.put("clients", found.clients());
        view.put("meta", Map.of("owner", found.owner()));
        return view;
    }
}
