package dev.postern.identity.adminapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration.Made;
import dev.postern.identity.administration.client.InitialAccessTokenView;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Map;

/** Initial access tokens over HTTP. */
@Service
class RegistrationTokenCalls {

    private final InitialAccessTokenAdministration tokens;
    private final IdempotentCalls idempotent;

    @Inject
    RegistrationTokenCalls(InitialAccessTokenAdministration tokens, IdempotentCalls idempotent) {
        this.tokens = tokens;
        this.idempotent = idempotent;
    }

    Answer run(RegistrationTokenOperation operation, Call call) {
        return switch (operation) {
            case LIST_INITIAL_ACCESS_TOKENS ->
                Lists.of(tokens.list(call.by(), call.cursor(), call.limit()), InitialAccessTokenView::of);
            case CREATE_INITIAL_ACCESS_TOKEN -> {
                ObjectNode document = call.body();
                yield idempotent.once(call, document.toString(), () -> made(tokens.create(call.by(), document)));
            }
            case READ_INITIAL_ACCESS_TOKEN ->
                Answer.of(200, InitialAccessTokenView.of(tokens.find(call.by(), call.id("token_id"))));
            case REVOKE_INITIAL_ACCESS_TOKEN -> {
                tokens.revoke(call.by(), call.id("token_id"));
                yield Answer.nothing();
            }
        };
    }

    private static Answer made(Made made) {
        Map<String, Object> view = InitialAccessTokenView.of(made.token());
        view.put("token", made.secret().secret());
        return Answer.of(201, view);
    }
}
