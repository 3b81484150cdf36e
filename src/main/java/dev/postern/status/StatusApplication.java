package dev.postern.status;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The route table of {@code /status}: the same on every server, on the application's own port. */
@ApplicationPath("/status")
public class StatusApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StatusResource.class); // GET /status/live, /status/ready, /status/metrics
    }
}
