package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.USERS;

/** Operations on users. */
enum UserOperation implements Operation {
    LIST_USERS(Shape.get("/users", USERS, "UserList", "Lists users in the order of their names.")
            .query("q", "role", "enabled", "cursor", "limit")),
    CREATE_USER(
            Shape.change("POST", "/users", USERS, 201, "Makes a user; without a password they cannot sign in by one.")
                    .takes("User")
                    .answers("RegisteredUser")
                    .happensOnce()
                    .needsFreshSignIn()),
    READ_USER(Shape.get("/users/{subject}", USERS, "RegisteredUser", "Reads a user.")),
    CHANGE_USER(Shape.change("PATCH", "/users/{subject}", USERS, 200, "Changes, disables or enables a user (RFC 7396).")
            .takes("User")
            .answers("RegisteredUser")
            .needsIfMatch()
            .needsFreshSignIn()),
    RESET_PASSWORD(Shape.change(
                    "POST",
                    "/users/{subject}/password",
                    USERS,
                    200,
                    "Gives a user a new random password, shown in this answer only, and ends their sessions and grants.")
            .answers("NewPassword")
            .needsFreshSignIn()),
    SEND_RESET_LINK(Shape.change(
                    "POST",
                    "/users/{subject}/password-link",
                    USERS,
                    204,
                    "Mails a user a link that works once, by which they set a new password; the old one is good until then.")
            .needsFreshSignIn()),
    LIST_SIGN_INS(Shape.get(
                    "/users/{subject}/sign-ins",
                    USERS,
                    "AuditEventList",
                    "Lists when a user signed in or tried to, newest first.")
            .query("cursor", "limit")),
    LIST_SESSIONS(Shape.get(
                    "/users/{subject}/sessions",
                    USERS,
                    "SessionList",
                    "Lists the sessions of a user that can still last, newest first; one that is not in use has idled away.")
            .query("cursor", "limit")),
    LIST_ALL_SESSIONS(Shape.get(
                    "/sessions",
                    USERS,
                    "SessionList",
                    "Lists the sessions of all users that can still last, newest first; one that is not in use has idled away.")
            .query("cursor", "limit")),
    END_SESSION(Shape.change(
            "DELETE",
            "/users/{subject}/sessions/{session_id}",
            USERS,
            204,
            "Ends a session, here and at the applications that took part in it.")),
    END_SESSIONS(Shape.change("DELETE", "/users/{subject}/sessions", USERS, 200, "Ends every session of a user.")
            .answers("Ended"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    UserOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.users().run(this, call);
    }
}
