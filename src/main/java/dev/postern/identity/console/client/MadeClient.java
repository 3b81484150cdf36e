package dev.postern.identity.console.client;

import dev.postern.identity.administration.client.WrittenSecret;
import dev.postern.identity.console.frame.Frame;
import dev.postern.platform.Issuer;
import dev.postern.protocol.ClientSecret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A client that this request has made, with what its program needs: its secret is shown here and never again. */
@Named
@RequestScoped
public class MadeClient {

    @Inject
    Frame frame;

    @Inject
    Issuer issuer;

    private String id = "";
    private String secret = "";

    void show(WrittenSecret written) {
        id = written.registered().client().id();
        secret = written.secret().map(ClientSecret::value).orElse("");
    }

    public boolean isThere() {
        return !id.isEmpty();
    }

    public String getId() {
        return id;
    }

    /** Empty if it has none. */
    public String getSecret() {
        return secret;
    }

    public String getHref() {
        return frame.getRoot() + ClientLinks.client(id);
    }

    public String getIssuer() {
        return issuer.value();
    }

    public String getMetadata() {
        return issuer.endpoint("/.well-known/openid-configuration");
    }
}
