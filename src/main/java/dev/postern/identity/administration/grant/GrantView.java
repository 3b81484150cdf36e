package dev.postern.identity.administration.grant;

import dev.postern.data.database.Grant;
import dev.postern.data.database.GrantRegister.FoundGrant;
import dev.postern.data.refreshtoken.FamilyRegister.FoundFamily;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A grant as administrators see it, and the chain of its refresh tokens. */
public final class GrantView {

    private GrantView() {}

    public static Map<String, Object> of(ListedGrant listed) {
        FoundGrant found = listed.found();
        Grant grant = found.grant();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", grant.id());
        view.put("subject", grant.subject());
        view.put("client_id", grant.clientId());
        view.put("session_id", grant.sessionId());
        view.put("scope", grant.scope().wire());
        view.put("resource", grant.resource());
        view.put("offline", grant.offline());
        view.put("created_at", grant.createdAt().toString());
        view.put("expires_at", grant.expiresAt().toString());
        view.put("state", listed.state().wire());
        found.revokedAt().ifPresent(at -> {
            view.put("revoked_at", at.toString());
            view.put("revoke_reason", found.reason());
        });
        return view;
    }

    /** With its family: how often it was rotated, which generation is usable, when it ends. */
    public static Map<String, Object> of(ListedGrant listed, Optional<FoundFamily> family) {
        Map<String, Object> view = of(listed);
        family.ifPresent(chain -> view.put("refresh_token", of(chain)));
        return view;
    }

    /** With the token by which it was found. */
    public static Map<String, Object> of(FoundToken token, Optional<FoundFamily> family) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("kind", token.kind().wire());
        found.put("counts", token.counts());
        token.generation().ifPresent(generation -> found.put("generation", generation));
        Map<String, Object> view = of(token.grant(), family);
        view.put("token", found);
        return view;
    }

    private static Map<String, Object> of(FoundFamily family) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("family", family.id());
        view.put("spent", family.generation());
        view.put("usable", family.revokedAt().isEmpty() ? family.generation() : -1);
        view.put("created_at", family.createdAt().toString());
        view.put("last_rotated_at", family.lastRotatedAt().toString());
        view.put("idle_expires_at", family.idleExpiresAt().toString());
        view.put("expires_at", family.expiresAt().toString());
        family.revokedAt().ifPresent(at -> {
            view.put("revoked_at", at.toString());
            view.put("revoke_reason", family.reason());
        });
        return view;
    }
}
