package dev.postern.status;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The route table of {@code /status}: the same on every server, on the application's own port. {@code GET /status/live} is {@link
 * LiveServlet}.
 */
@ApplicationPath("/status")
public class StatusApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StatusResource.class); // GET /status/ready, /status/metrics
    }
}
