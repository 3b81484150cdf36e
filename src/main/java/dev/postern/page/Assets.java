package dev.postern.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/**
 * The stylesheets and images of our pages at {@code /assets/*}.
 *
 * <p>A servlet of our own, since JAX-RS stands at {@code /*} and default servlets differ from server to server. Only the
 * files named here are ever answered.
 */
@WebServlet("/assets/*")
public class Assets extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> TYPES = Map.of(
            "/postern.css", "text/css",
            "/picture.css", "text/css",
            "/console.css", "text/css",
            "/console.js", "text/javascript",
            "/logo.svg", "image/svg+xml",
            "/favicon.svg", "image/svg+xml");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String file = Objects.requireNonNullElse(request.getPathInfo(), "");
        String type = TYPES.get(file);
        if (type == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream content = getServletContext().getResourceAsStream("/assets" + file)) {
            Objects.requireNonNull(content, file).transferTo(response.getOutputStream());
        }
    }
}
