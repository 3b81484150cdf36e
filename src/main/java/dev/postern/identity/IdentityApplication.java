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
 * The whole route table of the Identity zone. Pages that are only shown are Faces views: /login, /consent, /logout-confirm,
 * /signed-out, /first-admin. The error page of everything else is /error.
 */
@ApplicationPath("/")
public class IdentityApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(

                // GET /
                HomeEndpoint.class,

                // B5 Authorization Server
                // GET, POST /authorize
                AuthorizationEndpoint.class,
                // POST /interaction/login, /interaction/consent
                InteractionEndpoint.class,
                // GET, POST /logout; POST /logout/confirm
                LogoutEndpoint.class,

                // B7 Token Service
                // POST /token
                TokenEndpoint.class,
                // POST /introspect
                IntrospectionEndpoint.class,
                // POST /revoke
                RevocationEndpoint.class,
                // GET, POST /userinfo
                UserInfoEndpoint.class,
                // GET /jwks
                JwksResource.class,
                // GET /.well-known/openid-configuration, /.well-known/oauth-authorization-server
                MetadataResource.class,
                CorsFilter.class,

                // The person's own page
                AccountEndpoint.class, //        GET        /account, /account/signed-in;  POST /account/withdraw

                // Console
                // GET /console/reports
                ReportsResource.class,

                // Set-up
                // POST /first-admin/confirm
                FirstAdminEndpoint.class,

                // Refusals and failures
                AuthorizationRefusals.class,
                UnansweredFailures.class);
    }
}
