package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.CLIENTS;

/** Operations on clients. */
enum ClientOperation implements Operation {
    LIST_CLIENTS(Shape.get("/clients", CLIENTS, "ClientList", "Lists clients in the order of their ids.")
            .query("q", "owner", "enabled", "kind", "cursor", "limit")),
    CREATE_CLIENT(
            Shape.change("POST", "/clients", CLIENTS, 201, "Registers a client; its secret is in this answer only.")
                    .takes("Client")
                    .answers("CreatedClient")
                    .happensOnce()
                    .needsFreshSignIn()),
    READ_CLIENT(Shape.get("/clients/{client_id}", CLIENTS, "RegisteredClient", "Reads a client.")),
    READ_CLIENT_USAGE(Shape.get(
            "/clients/{client_id}/usage",
            CLIENTS,
            "ClientUsage",
            "Says what would be gone with a client; numbers are counted to 1000.")),
    CLONE_CLIENT(Shape.change(
                    "POST",
                    "/clients/{client_id}/clones",
                    CLIENTS,
                    201,
                    "Registers another client with the same metadata but for what the body says (RFC 7396).")
            .takes("Client")
            .answers("CreatedClient")
            .happensOnce()
            .needsFreshSignIn()),
    TRY_REDIRECT_URI(Shape.get(
                    "/clients/{client_id}/redirect-uri-trial",
                    CLIENTS,
                    "RedirectUriTrial",
                    "Says whether a redirect URI would be accepted for a client, and if not why.")
            .query("redirect_uri")),
    TRY_JWKS_URI(Shape.change(
                    "POST",
                    "/jwks-uri-trials",
                    CLIENTS,
                    200,
                    "Fetches a key set once, under the guard of every fetch, and says which keys are there. Nothing is kept.")
            .takes("JwksUri")
            .answers("KeySetTrial")),
    REPLACE_CLIENT(Shape.change("PUT", "/clients/{client_id}", CLIENTS, 200, "Replaces all metadata of a client.")
            .takes("Client")
            .answers("CreatedClient")
            .needsIfMatch()),
    CHANGE_CLIENT(
            Shape.change("PATCH", "/clients/{client_id}", CLIENTS, 200, "Changes some metadata of a client (RFC 7396).")
                    .takes("Client")
                    .answers("CreatedClient")
                    .needsIfMatch()),
    DELETE_CLIENT(Shape.change("DELETE", "/clients/{client_id}", CLIENTS, 204, "Removes a client.")
            .needsIfMatch()),
    ROTATE_CLIENT_SECRET(Shape.change(
                    "POST",
                    "/clients/{client_id}/secrets",
                    CLIENTS,
                    201,
                    "Makes another secret, shown in this answer only; the one before counts beside it for a while.")
            .takes("SecretRotation")
            .answers("ClientSecret")
            .happensOnce()
            .needsFreshSignIn()),
    END_PREVIOUS_CLIENT_SECRET(Shape.change(
                    "DELETE",
                    "/clients/{client_id}/secrets/previous",
                    CLIENTS,
                    204,
                    "Ends the secret before the current one at once.")
            .needsFreshSignIn());

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    ClientOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.clients().run(this, call);
    }
}
