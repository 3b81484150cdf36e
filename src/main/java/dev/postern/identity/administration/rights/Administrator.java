package dev.postern.identity.administration.rights;

import dev.postern.data.database.User;
import dev.postern.identity.registration.UserMetadata;
import dev.postern.platform.BuiltInClients;
import dev.postern.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever asks for an administrative operation: a person by a client, or a client for itself.
 *
 * @param subject of the person, empty for a client
 * @param clientId by which they come, or the client itself
 * @param scope what the client may do; a person may do no more than that
 * @param roles of the person
 * @param signedInAt when the person last proved who they are
 */
public record Administrator(
        String subject, String clientId, Scope scope, Set<String> roles, Optional<Instant> signedInAt) {

    private static final String ALL = "admin:";

    public static Administrator client(String clientId, Scope scope) {
        return new Administrator("", clientId, scope, Set.of(), Optional.empty());
    }

    /** A person at the server's own console, where only their roles count. */
    public static Administrator atConsole(User user, String clientId, Instant signedInAt) {
        Scope everything = new Scope(new LinkedHashSet<>(BuiltInClients.ADMIN_SCOPES));
        return new Administrator(user.subject(), clientId, everything, user.roles(), Optional.of(signedInAt));
    }

    public boolean isPerson() {
        return !subject.isEmpty();
    }

    /** What the audit trail calls them. */
    public String name() {
        return isPerson() ? subject : clientId;
    }

    /** The client that a person used, empty where the client itself is who acted. */
    public String via() {
        return isPerson() ? clientId : "";
    }

    public boolean hasScopeFor(Right right) {
        return right.isIn(scope);
    }

    /** Whether their role allows it: administrators everything, auditors to look. A client has no role and needs none. */
    public boolean hasRoleFor(Right right) {
        return !isPerson()
                || roles.contains(UserMetadata.ADMINISTRATOR)
                || (right.access() == Access.READ && roles.contains(UserMetadata.AUDITOR));
    }

    public boolean may(Right right) {
        return hasScopeFor(right) && hasRoleFor(right);
    }

    /** What somebody may hand on they must have themselves: those of the scope values that go beyond that. */
    public Scope beyondOwn(Scope given) {
        return given.only(value -> value.startsWith(ALL) && !covers(value));
    }

    private boolean covers(String value) {
        String access = value.substring(value.lastIndexOf(':'));
        return scope.has(value) || scope.has("admin" + access);
    }

    /** Whether they may change who may administer: it takes the right to change everything. */
    public boolean mayAppoint() {
        return scope.has(ALL + "write") && (!isPerson() || roles.contains(UserMetadata.ADMINISTRATOR));
    }

    /** Whether a person has signed in lately enough; a client proves itself with every token that it gets. */
    public boolean isFresh(Instant now, Duration longest) {
        return !isPerson()
                || signedInAt.filter(at -> !now.isAfter(at.plus(longest))).isPresent();
    }
}
