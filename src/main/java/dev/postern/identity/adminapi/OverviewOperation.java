package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.SETTINGS;

/** The state of the whole system. */
enum OverviewOperation implements Operation {
    READ_OVERVIEW(Shape.get(
            "/overview",
            SETTINGS,
            "Overview",
            "Tells how each box of the picture is, with the figures that somebody should watch."));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    OverviewOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.overview().run(this, call);
    }
}
