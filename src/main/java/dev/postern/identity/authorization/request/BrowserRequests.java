package dev.postern.identity.authorization.request;

import dev.postern.page.PageRefused;
import dev.postern.page.Problem;
import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Reads the parameters that a browser brings, bounded and strictly: RFC 6749 appendix B. What cannot be read ends on an error page. */
@Service
public class BrowserRequests {

    private final int maxSize;

    @Inject
    public BrowserRequests(Settings settings) {
        this.maxSize = settings.get(RequestSettings.MAX_SIZE);
    }

    public Map<String, List<String>> query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.length() > maxSize) {
            throw new PageRefused(Problem.TOO_LARGE);
        }
        try {
            return UrlEncoded.decode(query);
        } catch (UrlEncoded.Malformed e) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
    }

    public Map<String, List<String>> body(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(maxSize + 1);
            if (bytes.length > maxSize) {
                throw new PageRefused(Problem.TOO_LARGE);
            }
            return UrlEncoded.decode(bytes);
        } catch (UrlEncoded.Malformed | IOException e) {
            throw new PageRefused(Problem.BAD_REQUEST);
        }
    }
}
