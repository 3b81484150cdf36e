package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.CLIENTS;

/** Operations on initial access tokens. */
enum RegistrationTokenOperation implements Operation {
    LIST_INITIAL_ACCESS_TOKENS(Shape.get(
                    "/initial-access-tokens",
                    CLIENTS,
                    "InitialAccessTokenList",
                    "Lists the tokens with which programs register clients.")
            .query("cursor", "limit")),
    CREATE_INITIAL_ACCESS_TOKEN(Shape.change(
                    "POST",
                    "/initial-access-tokens",
                    CLIENTS,
                    201,
                    "Makes a token with which programs register clients; it is in this answer only.")
            .takes("InitialAccessToken")
            .answers("CreatedInitialAccessToken")
            .happensOnce()
            .needsFreshSignIn()),
    READ_INITIAL_ACCESS_TOKEN(Shape.get(
            "/initial-access-tokens/{token_id}",
            CLIENTS,
            "RegisteredInitialAccessToken",
            "Answers a token with what it allows, and how many clients were registered with it.")),
    REVOKE_INITIAL_ACCESS_TOKEN(Shape.change(
                    "DELETE",
                    "/initial-access-tokens/{token_id}",
                    CLIENTS,
                    204,
                    "Revokes a token; the clients that were registered with it stay.")
            .needsFreshSignIn());

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    RegistrationTokenOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.registrationTokens().run(this, call);
    }
}
