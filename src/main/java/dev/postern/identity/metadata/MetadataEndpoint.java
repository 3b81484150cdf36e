package dev.postern.identity.metadata;

import dev.postern.identity.endpoint.Endpoints;
import dev.postern.identity.endpoint.Methods;
import dev.postern.identity.failure.FailureAnswers;
import dev.postern.identity.http.Reply;
import dev.postern.platform.Issuer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the metadata is found: RFC 8414 sections 3 and 5, OpenID Connect Discovery section 4.
 *
 * <p>An issuer with a path has the document between host and path too; whoever routes requests here keeps those URLs as they are.
 */
@WebServlet("/.well-known/*")
public class MetadataEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> NAMES = List.of("/openid-configuration", "/oauth-authorization-server");

    @Inject
    transient Endpoints endpoints;

    @Inject
    transient Metadata metadata;

    @Inject
    transient FailureAnswers failures;

    @Inject
    transient Issuer issuer;

    private transient Set<String> paths = Set.of();

    @Override
    public void init() {
        paths = NAMES.stream()
                .flatMap(name -> Stream.of(name, name + "/", name + issuer.path()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoints.run(request, response, Methods.GET, this::document);
    }

    private Reply document(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && paths.contains(path)
                ? metadata.document().answer(request)
                : failures.answer(404, request);
    }
}
