package dev.postern.edge.gateway;

import dev.postern.platform.ProblemDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** An answer of the gateway itself, never kept by anybody. */
record OwnAnswer(
        int status, Map<String, String> headers, @Nullable ProblemDetails problem) {

    private static final Logger LOG = Logger.getLogger(OwnAnswer.class.getName());

    static OwnAnswer of(GatewayRefused refused) {
        return new OwnAnswer(refused.status(), refused.headers(), refused.problem());
    }

    void writeTo(HttpServletResponse response) {
        try {
            response.setStatus(status);
            headers.forEach(response::setHeader);
            response.setHeader("Cache-Control", "no-store");
            if (problem != null) {
                byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
                response.setContentType(ProblemDetails.MEDIA_TYPE);
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "Nobody is there to read an answer", e);
        }
    }
}
