package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.SETTINGS;

/** Operations on settings. */
enum SettingOperation implements Operation {
    LIST_SETTINGS(Shape.get(
                    "/settings",
                    SETTINGS,
                    "SettingList",
                    "Lists the settings that count, and where each comes from; secrets are not shown.")
            .query("q"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    SettingOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.settings().run(this, call);
    }
}
