package dev.postern.identity.adminapi;

import static dev.postern.identity.administration.rights.Area.SCOPES;

/** Operations on scopes and resource servers. */
enum CatalogOperation implements Operation {
    LIST_SCOPES(Shape.get("/scopes", SCOPES, "ScopeList", "Lists the scopes, those that are built in too.")
            .query("cursor", "limit")),
    CREATE_SCOPE(Shape.change("POST", "/scopes", SCOPES, 201, "Makes a scope with its consent texts.")
            .takes("Scope")
            .answers("RegisteredScope")
            .happensOnce()),
    READ_SCOPE(Shape.get("/scopes/{name}", SCOPES, "RegisteredScope", "Reads a scope.")),
    READ_SCOPE_USAGE(
            Shape.get("/scopes/{name}/usage", SCOPES, "CatalogUsage", "Says who may ask for a scope and who has it.")),
    REPLACE_SCOPE(Shape.change("PUT", "/scopes/{name}", SCOPES, 200, "Replaces a scope.")
            .takes("Scope")
            .answers("RegisteredScope")
            .needsIfMatch()),
    DELETE_SCOPE(Shape.change(
                    "DELETE",
                    "/scopes/{name}",
                    SCOPES,
                    204,
                    "Removes a scope that no resource server and no client has.")
            .needsIfMatch()),
    LIST_RESOURCE_SERVERS(Shape.get("/resource-servers", SCOPES, "ResourceServerList", "Lists the resource servers.")
            .query("cursor", "limit")),
    CREATE_RESOURCE_SERVER(Shape.change("POST", "/resource-servers", SCOPES, 201, "Makes a resource server.")
            .takes("ResourceServer")
            .answers("RegisteredResourceServer")
            .happensOnce()),
    READ_RESOURCE_SERVER(Shape.get(
            "/resource-servers/{identifier}", SCOPES, "RegisteredResourceServer", "Reads a resource server.")),
    READ_RESOURCE_SERVER_USAGE(Shape.get(
            "/resource-servers/{identifier}/usage",
            SCOPES,
            "CatalogUsage",
            "Says who may ask for a resource server by name, and who may introspect its tokens.")),
    REPLACE_RESOURCE_SERVER(
            Shape.change("PUT", "/resource-servers/{identifier}", SCOPES, 200, "Replaces a resource server.")
                    .takes("ResourceServer")
                    .answers("RegisteredResourceServer")
                    .needsIfMatch()),
    DELETE_RESOURCE_SERVER(
            Shape.change("DELETE", "/resource-servers/{identifier}", SCOPES, 204, "Removes a resource server.")
                    .needsIfMatch());

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and of lists that nobody changes
    private final Shape shape;

    CatalogOperation(Shape shape) {
        this.shape = shape;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Answer run(AdminCalls calls, Call call) {
        return calls.catalog().run(this, call);
    }
}
