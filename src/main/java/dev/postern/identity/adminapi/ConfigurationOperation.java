package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.CONFIGURATION;

/** Operations on configuration files. */
enum ConfigurationOperation implements Operation {
    PLAN_CONFIGURATION(Shape.look(
                    "POST",
                    "/configuration/plan",
                    CONFIGURATION,
                    "Plan",
                    "Says what applying a file would change. The body is the file; its name says who owns what it makes.")
            .query("file", "prune")
            .takes("ConfigurationFile")),
    APPLY_CONFIGURATION(Shape.change(
                    "POST",
                    "/configuration/apply",
                    CONFIGURATION,
                    200,
                    "Applies a file in one transaction, wholly or not at all, and says what was changed.")
            .query("file", "prune")
            .takes("ConfigurationFile")
            .answers("Plan")
            .needsFreshSignIn()),
    EXPORT_CONFIGURATION(Shape.get(
                    "/configuration/export",
                    CONFIGURATION,
                    "ConfigurationFile",
                    "The present state as a file, without secrets and without what the product itself has.")
            .query("owner"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    ConfigurationOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.configuration().run(this, call);
    }
}
