package dev.postern.benchmark.floor;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The least that an application server can be asked to do; it runs in the server that is started as a floor. */
@ApplicationPath("/")
public class TrivialApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Hello.class);
    }

    /** {@code GET /hello}. */
    @Path("/hello")
    public static class Hello {
        private static final byte[] ANSWER = {'{', '}'};

        @GET
        @Produces("application/json")
        public byte[] hello() {
            return ANSWER;
        }
    }
}
