package dev.postern.picture;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The route table of {@code /picture}. */
@ApplicationPath("/picture")
public class PictureApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PictureResource.class); // GET /picture
    }
}
