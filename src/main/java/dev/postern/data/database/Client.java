package dev.postern.data.database;

import dev.postern.data.database.client.Access;
import dev.postern.data.database.client.Authentication;
import dev.postern.data.database.client.ClientAuthenticationMethod;
import dev.postern.data.database.client.ClientKind;
import dev.postern.data.database.client.Identity;
import dev.postern.data.database.client.Keys;
import dev.postern.data.database.client.Logout;
import dev.postern.data.database.client.Presentation;
import dev.postern.data.database.client.Redirection;
import dev.postern.data.database.client.Refresh;
import dev.postern.data.database.client.Registration;
import dev.postern.data.database.client.Requests;

/**
 * A registered client, immutable: the metadata of RFC 7591 section 2 and our policies, in groups.
 *
 * @param id client_id; never starts with {@code usr_}, which user subjects do
 */
public record Client(
        String id,
        Presentation presentation,
        Redirection redirection,
        Authentication authentication,
        Keys keys,
        Access access,
        Requests requests,
        Identity identity,
        Refresh refresh,
        Logout logout,
        Registration registration) {

    /** The grant type of devices: RFC 8628 section 3.4. */
    public static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

    /** A client that may do nothing yet: what a stored document does not say is as it is here. */
    public static Client blank(String id) {
        return new Client(
                id,
                Presentation.NONE,
                Redirection.NONE,
                Authentication.by(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                Keys.NONE,
                Access.NONE,
                Requests.DEFAULT,
                Identity.DEFAULT,
                Refresh.NEVER,
                Logout.NONE,
                Registration.BY_ADMINISTRATOR);
    }

    public Client withAuthentication(Authentication changed) {
        return new Client(
                id,
                presentation,
                redirection,
                changed,
                keys,
                access,
                requests,
                identity,
                refresh,
                logout,
                registration);
    }

    public Client withRegistration(Registration changed) {
        return new Client(
                id,
                presentation,
                redirection,
                authentication,
                keys,
                access,
                requests,
                identity,
                refresh,
                logout,
                changed);
    }

    /** Whether it counts as registered: where not, it is as if it were not there. */
    public boolean isEnabled() {
        return registration.enabled();
    }

    public ClientKind kind() {
        if (mayUse("authorization_code") || mayUse("implicit")) {
            ClientKind inBrowsers = isConfidential() ? ClientKind.WEB : ClientKind.BROWSER;
            return redirection.isNative() ? ClientKind.NATIVE : inBrowsers;
        }
        if (mayUse(DEVICE_CODE)) {
            return ClientKind.NATIVE;
        }
        return mayUse("client_credentials") ? ClientKind.SERVICE : ClientKind.RESOURCE_SERVER;
    }

    public boolean isConfidential() {
        return authentication.method() != ClientAuthenticationMethod.NONE;
    }

    public boolean mayUse(String grantType) {
        return access.grantTypes().contains(grantType);
    }

    /** The name a person is shown, in the given language where there is one. */
    public String displayName(String language) {
        String name = presentation.name().in(language);
        return name.isEmpty() ? id : name;
    }
}
