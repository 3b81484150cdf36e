package dev.postern.identity.account;

import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Issuer;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Service;
import dev.postern.protocol.UrlEncoded;
import jakarta.inject.Inject;

/**
 * The way to the account page for who is not signed in: an authorization request like any other (OpenID Connect Core section 3.1.2.1), as
 * the built-in client {@value BuiltInClients#ACCOUNT}.
 *
 * <p>Only the session that it leaves behind is wanted. The challenge has no verifier, so that the code is worth nothing to anybody.
 */
@Service
public class AccountSignIn {

    private final BuiltInClients clients;
    private final Issuer issuer;
    private final RandomValues random;

    @Inject
    public AccountSignIn(BuiltInClients clients, Issuer issuer, RandomValues random) {
        this.clients = clients;
        this.issuer = issuer;
        this.random = random;
    }

    /** @return where the browser goes to sign in and then see its account */
    String begin(String uiLocales) {
        StringBuilder request = new StringBuilder(issuer.endpoint("/authorize?"));
        UrlEncoded.append(request, "client_id", BuiltInClients.ACCOUNT);
        UrlEncoded.append(request, "redirect_uri", clients.accountRedirectUri());
        UrlEncoded.append(request, "response_type", "code");
        UrlEncoded.append(request, "scope", "openid");
        UrlEncoded.append(request, "state", random.nonce());
        UrlEncoded.append(request, "code_challenge", random.secret());
        UrlEncoded.append(request, "code_challenge_method", "S256");
        if (!uiLocales.isEmpty()) {
            UrlEncoded.append(request, "ui_locales", uiLocales);
        }
        return request.toString();
    }
}
