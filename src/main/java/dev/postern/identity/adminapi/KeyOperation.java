package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.KEYS;

/** Operations on signing keys. */
enum KeyOperation implements Operation {
    LIST_KEYS(Shape.get("/keys", KEYS, "KeyList", "Lists the signing keys with algorithm, state and age.")),
    READ_KEY_ROTATION(Shape.get(
            "/keys/rotation", KEYS, "KeySchedule", "Says when each algorithm's next key will sign, and who signs.")),
    ROTATE_KEYS(Shape.change("POST", "/keys/rotation", KEYS, 200, "Lets the next keys sign from now on.")
            .takes("KeyRotation")
            .answers("KeyChanges")
            .needsFreshSignIn());

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    KeyOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.keys().run(this, call);
    }
}
