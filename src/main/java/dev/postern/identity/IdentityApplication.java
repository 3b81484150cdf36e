package dev.postern.identity;

import dev.postern.identity.account.AccountEndpoint;
import dev.postern.identity.account.SessionsEndpoint;
import dev.postern.identity.account.password.NewPasswordEndpoint;
import dev.postern.identity.account.password.PasswordEndpoint;
import dev.postern.identity.authorization.AuthorizationEndpoint;
import dev.postern.identity.authorization.AuthorizationRefusedMapper;
import dev.postern.identity.authorization.CheckSessionEndpoint;
import dev.postern.identity.authorization.InteractionEndpoint;
import dev.postern.identity.authorization.device.DeviceAuthorizationEndpoint;
import dev.postern.identity.authorization.logout.LogoutEndpoint;
import dev.postern.identity.failure.UnansweredFailures;
import dev.postern.identity.metadata.JwksEndpoint;
import dev.postern.identity.metadata.MetadataEndpoint;
import dev.postern.identity.registration.dynamic.RegistrationEndpoint;
import dev.postern.identity.setup.FirstAdminEndpoint;
import dev.postern.identity.token.IntrospectionEndpoint;
import dev.postern.identity.token.RevocationEndpoint;
import dev.postern.identity.token.TokenEndpoint;
import dev.postern.identity.token.UserInfoEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * The whole route table of the Identity zone. What machines ask often are servlets, which cost half as much as resources and win
 * over them by their exact paths:
 *
 * <ul>
 *   <li>GET, POST /authorize: {@link AuthorizationEndpoint}
 *   <li>POST /device_authorization: {@link DeviceAuthorizationEndpoint}
 *   <li>POST /token: {@link TokenEndpoint}
 *   <li>POST /introspect: {@link IntrospectionEndpoint}
 *   <li>POST /revoke: {@link RevocationEndpoint}
 *   <li>GET, POST /userinfo: {@link UserInfoEndpoint}
 *   <li>POST /register; GET, PUT, DELETE /register/{client_id}: {@link RegistrationEndpoint}
 *   <li>GET /jwks: {@link JwksEndpoint}
 *   <li>GET /.well-known/openid-configuration, /.well-known/oauth-authorization-server: {@link MetadataEndpoint}
 * </ul>
 *
 * <p>Pages that are only shown are Faces views: /login, /consent, /device, /logout-confirm, /signed-out, /first-admin. The error page of
 * everything else is /error. The rest are the resources below.
 */
@ApplicationPath("/")
public class IdentityApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(

                // GET /
                HomeEndpoint.class,

                // B5 Authorization Server
                // POST /interaction/login, /interaction/consent; GET /interaction/device
                InteractionEndpoint.class,
                // GET, POST /logout; POST /logout/confirm
                LogoutEndpoint.class,

                // GET /session/check
                CheckSessionEndpoint.class,

                // The person's own page
                AccountEndpoint.class, //        GET        /account, /account/signed-in;  POST /account/withdraw
                SessionsEndpoint.class, //       POST       /account/sessions/end
                PasswordEndpoint.class, //       GET, POST  /account/password
                NewPasswordEndpoint
                        .class, //    GET        /new-password, /new-password/done;  POST /new-password/confirm

                // Set-up
                // POST /first-admin/confirm
                FirstAdminEndpoint.class,

                // Refusals and failures
                AuthorizationRefusedMapper.class,
                UnansweredFailures.class);
    }
}
