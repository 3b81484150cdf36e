package dev.postern.identity;

import dev.postern.identity.account.AccountEndpoint;
import dev.postern.identity.authorization.AuthorizationEndpoint;
import dev.postern.identity.authorization.AuthorizationRefusals;
import dev.postern.identity.authorization.InteractionEndpoint;
import dev.postern.identity.authorization.logout.LogoutEndpoint;
import dev.postern.identity.console.ReportsResource;
import dev.postern.identity.cors.CorsFilter;
import dev.postern.identity.failure.UnansweredFailures;
import dev.postern.identity.metadata.JwksResource;
import dev.postern.identity.metadata.MetadataResource;
import dev.postern.identity.setup.FirstAdminEndpoint;
import dev.postern.identity.token.IntrospectionEndpoint;
import dev.postern.identity.token.RevocationEndpoint;
import dev.postern.identity.token.TokenEndpoint;
import dev.postern.identity.token.UserInfoEndpoint;
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
                IntrospectionEndpoint.class, //       POST  /introspect
                RevocationEndpoint.class, //          POST  /revoke
                UserInfoEndpoint.class, //       GET, POST  /userinfo
                JwksResource.class, //           GET        /jwks
                MetadataResource
                        .class, //       GET        /.well-known/openid-configuration, oauth-authorization-server
                CorsFilter.class,

                // The person's own page
                AccountEndpoint.class, //        GET        /account, /account/signed-in;  POST /account/withdraw

                // Console
                ReportsResource.class, //        GET        /console/reports

                // Set-up
                FirstAdminEndpoint.class, //          POST  /first-admin/confirm

                // Refusals and failures
                AuthorizationRefusals.class,
                UnansweredFailures.class);
    }
}
