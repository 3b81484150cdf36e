package dev.postern.assets;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the files under {@code /assets}. The container's own file servlet cannot be mapped from a portable web.xml, and
 * JAX-RS owns every path that nothing else names (docs/adr/0001-one-war.md).
 */
@WebServlet(name = "assets", urlPatterns = "/assets/*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Plain names only: no hidden file, no way up, nothing encoded. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "webp", "image/webp",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");

    private final transient Map<String, Asset> known = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> found = find(request.getPathInfo());
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Asset asset = found.get();
        response.setHeader("ETag", asset.tag());
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (asset.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.content().length);
        response.getOutputStream().write(asset.content());
    }

    private Optional<Asset> find(String path) throws IOException {
        if (path == null || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        URL file = getServletContext().getResource("/assets" + path);
        if (type == null || file == null) {
            return Optional.empty();
        }
        Asset asset = known.get(path);
        if (asset == null) {
            asset = Asset.read(file, type);
            known.put(path, asset);
        }
        return Optional.of(asset);
    }

    /** One file, whole: they are few and small, and do not change while the application runs. */
    private record Asset(byte[] content, String type, String tag) {

        static Asset read(URL file, String type) throws IOException {
            try (InputStream stream = file.openStream()) {
                byte[] content = stream.readAllBytes();
                return new Asset(content, type, '"' + ContentTag.of(content) + '"');
            }
        }
    }
}
