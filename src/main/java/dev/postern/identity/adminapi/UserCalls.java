package dev.postern.identity.adminapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.data.database.Registered;
import dev.postern.data.database.User;
import dev.postern.data.database.UserRegister.Search;
import dev.postern.identity.administration.audit.AuditView;
import dev.postern.identity.administration.session.ListedSession;
import dev.postern.identity.administration.session.SessionAdministration;
import dev.postern.identity.administration.user.PasswordAdministration;
import dev.postern.identity.administration.user.UserAdministration;
import dev.postern.identity.administration.user.UserView;
import dev.postern.platform.Issuer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.util.Map;

/** Users over HTTP. */
@Service
class UserCalls {

    private final UserAdministration users;
    private final PasswordAdministration passwords;
    private final SessionAdministration sessions;
    private final IdempotentCalls idempotent;
    private final Issuer issuer;

    @Inject
    UserCalls(
            UserAdministration users,
            PasswordAdministration passwords,
            SessionAdministration sessions,
            IdempotentCalls idempotent,
            Issuer issuer) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.idempotent = idempotent;
        this.issuer = issuer;
    }

    Answer run(UserOperation operation, Call call) {
        return switch (operation) {
            case LIST_USERS ->
                Lists.of(
                        users.list(
                                call.by(),
                                new Search(call.text("q"), call.text("role"), call.flag("enabled")),
                                call.cursor(),
                                call.limit()),
                        UserView::of);
            case CREATE_USER -> create(call);
            case READ_USER -> shown(200, users.find(call.by(), call.id("subject")));
            case CHANGE_USER ->
                shown(200, passwords.patch(call.by(), call.id("subject"), call.expected(), call.body()));
            case RESET_PASSWORD -> Answer.of(200, Map.of("password", passwords.reset(call.by(), call.id("subject"))));
            case SEND_RESET_LINK -> {
                passwords.sendLink(call.by(), call.id("subject"));
                yield Answer.nothing();
            }
            case LIST_SIGN_INS ->
                Lists.of(sessions.history(call.by(), call.id("subject"), call.cursor(), call.limit()), AuditView::of);
            case LIST_SESSIONS ->
                Lists.of(
                        sessions.listOf(call.by(), call.id("subject"), call.cursor(), call.limit()),
                        ListedSession::view);
            case LIST_ALL_SESSIONS ->
                Lists.of(sessions.list(call.by(), "", call.cursor(), call.limit()), ListedSession::view);
            case END_SESSION -> {
                sessions.end(call.by(), call.id("subject"), call.id("session_id"));
                yield Answer.nothing();
            }
            case END_SESSIONS -> Answer.of(200, Map.of("ended", sessions.endAll(call.by(), call.id("subject"))));
        };
    }

    private Answer create(Call call) {
        ObjectNode document = call.body();
        return idempotent.once(call, document.toString(), () -> {
            Registered<User> created = users.create(call.by(), document);
            return shown(201, created)
                    .with(
                            "Location",
                            issuer.endpoint(
                                    "/admin/api/v1/users/" + created.object().subject()));
        });
    }

    private static Answer shown(int status, Registered<User> user) {
        return Answer.of(status, UserView.of(user)).withRevision(user.revision());
    }
}
