package dev.postern.identity.adminapi;

import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.grant.FoundToken;
import dev.postern.identity.administration.grant.GrantAdministration;
import dev.postern.identity.administration.grant.GrantView;
import dev.postern.identity.administration.grant.ListedGrant;
import dev.postern.platform.Service;
import dev.postern.protocol.TokenValue;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Grants and tokens over HTTP. */
@Service
class GrantCalls {

    private final GrantAdministration grants;

    @Inject
    GrantCalls(GrantAdministration grants) {
        this.grants = grants;
    }

    Answer run(GrantOperation operation, Call call) {
        return switch (operation) {
            case LIST_GRANTS ->
                Lists.of(
                        grants.list(
                                call.by(), call.text("subject"), call.text("client_id"), call.cursor(), call.limit()),
                        GrantView::of);
            case READ_GRANT -> shown(call, grants.find(call.by(), call.id("grant_id")));
            case FIND_TOKEN -> {
                String token = Call.fields(call.body(), Set.of("token"), fields -> fields.requiredText("token"));
                FoundToken found = grants.ofToken(call.by(), new TokenValue(token));
                String grantId = found.grant().grant().id();
                yield Answer.of(200, GrantView.of(found, grants.familyOf(call.by(), grantId)));
            }
            case LIST_GRANT_EVENTS -> Lists.of(grants.happenings(call.by(), call.id("grant_id")), AuditView::of);
            case REVOKE_GRANT -> {
                grants.revoke(call.by(), call.id("grant_id"));
                yield Answer.nothing();
            }
            case REVOKE_GRANTS_OF_USER ->
                Answer.of(200, Map.of("revoked", grants.revokeAllOf(call.by(), call.id("subject"))));
        };
    }

    private Answer shown(Call call, ListedGrant found) {
        return Answer.of(
                200,
                GrantView.of(found, grants.familyOf(call.by(), found.grant().id())));
    }
}
