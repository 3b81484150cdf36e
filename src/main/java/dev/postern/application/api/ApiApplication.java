package dev.postern.application.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API's routes: everything below {@code /api} needs a bearer token, also what does not exist. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                MeResource.class,
                NotesResource.class,
                BearerGuard.class,
                ScopeGuard.class,
                AnswerTrail.class,
                BearerRefusedMapper.class,
                ApiRefusedMapper.class,
                OtherFailureMapper.class);
    }
}
