package dev.postern.client.webapp;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The app's routes. */
@ApplicationPath("/app")
public class AppApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                HomeResource.class, //    GET /app;  POST /app/refused-call
                SignInResource.class, //  GET /app/login, /app/callback;  POST /app/logout
                AppFailures.class);
    }
}
