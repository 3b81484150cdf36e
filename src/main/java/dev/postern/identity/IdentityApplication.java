package dev.postern.identity;

import dev.postern.identity.authorization.AuthorizationEndpoint;
import dev.postern.identity.authorization.AuthorizationRefusals;
import dev.postern.identity.authorization.InteractionEndpoint;
import dev.postern.identity.authorization.logout.LogoutEndpoint;
import dev.postern.identity.failure.UnansweredFailures;
import dev.postern.identity.setup.FirstAdminEndpoint;
import dev.postern.identity.token.TokenEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The whole route table of the Identity zone. What is not here is a page (Faces: /login, /consent, /logout-confirm, /signed-out, /first-admin) or
 * does not exist.
 */
@ApplicationPath("/")
public class IdentityApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                // B5 Authorization Server
                AuthorizationEndpoint.class, //  GET, POST  /authorize
                InteractionEndpoint.class, //         POST  /interaction/login, /interaction/consent
                LogoutEndpoint.class, //         GET, POST  /logout;  POST /logout/confirm

                // B7 Token Service
                TokenEndpoint.class, //               POST  /token

                // Set-up
                FirstAdminEndpoint.class, //          POST  /first-admin/confirm

                // Refusals and failures
                AuthorizationRefusals.class,
                UnansweredFailures.class);
    }
}
