package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.GRANTS;

/** Operations on grants and tokens. */
enum GrantOperation implements Operation {
    LIST_GRANTS(Shape.get(
                    "/grants",
                    GRANTS,
                    "GrantList",
                    "Lists grants by user, by client or all, those that last longest first.")
            .query("subject", "client_id", "cursor", "limit")),
    READ_GRANT(Shape.get("/grants/{grant_id}", GRANTS, "Grant", "Reads a grant with the chain of its refresh tokens.")),
    LIST_GRANT_EVENTS(Shape.get(
            "/grants/{grant_id}/events",
            GRANTS,
            "AuditEventList",
            "Lists what happened under a grant, newest first: issued, rotated, replayed, revoked.")),
    FIND_TOKEN(Shape.look(
                    "POST",
                    "/tokens/lookup",
                    GRANTS,
                    "Grant",
                    "Finds the grant that an access or refresh token belongs to.")
            .takes("Token")),
    REVOKE_GRANT(Shape.change(
            "DELETE", "/grants/{grant_id}", GRANTS, 204, "Revokes a grant and every token that was issued under it.")),
    REVOKE_GRANTS_OF_USER(
            Shape.change("DELETE", "/users/{subject}/grants", GRANTS, 200, "Revokes every grant of a user.")
                    .answers("Revoked"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    GrantOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.grants().run(this, call);
    }
}
