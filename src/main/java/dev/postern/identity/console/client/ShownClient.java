package dev.postern.identity.console.client;

import dev.postern.data.database.RegisteredClient;
import dev.postern.data.database.client.RetiringSecret;
import dev.postern.identity.administration.change.Owners;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Place;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The client that a screen is about: the one whose id the page or its form names. */
@Named
@RequestScoped
public class ShownClient {

    @Inject
    ClientAdministration clients;

    @Inject
    Frame frame;

    @Inject
    Clock clock;

    private @Nullable RegisteredClient registered;

    /** Read once in a request. @throws dev.postern.identity.administration.change.AdministrationRefused if there is none */
    RegisteredClient registered() {
        if (registered == null) {
            registered = clients.find(frame.by(), getId());
        }
        return registered;
    }

    public String getId() {
        return frame.parameter("id");
    }

    public String getName() {
        return registered().client().displayName(words().tag());
    }

    public String getKind() {
        return words().text("kind." + registered().client().kind().wire());
    }

    public boolean isEnabled() {
        return registered().client().isEnabled();
    }

    public String getOwner() {
        return registered().owner();
    }

    /** The file that decides about it; empty if none does. */
    public String getFile() {
        return Owners.file(getOwner());
    }

    public boolean isWithSecret() {
        return registered().client().authentication().method().usesSecret();
    }

    /** Until when the secret before the current one counts; empty if there is none. */
    public String getPreviousUntil() {
        RetiringSecret retiring = registered().client().authentication().retiring();
        return retiring.countsAt(clock.instant()) ? UtcTime.told(retiring.until()) : "";
    }

    public String getChanged() {
        return UtcTime.told(registered().updatedAt());
    }

    /** Whether who looks may change it here. */
    public boolean isOurs() {
        return frame.mayChange(Place.CLIENTS) && Owners.areOurs(getOwner());
    }

    public String getHref() {
        return frame.getRoot() + ClientLinks.client(getId());
    }

    /** Another page about it: {@code secrets}, {@code redirect}, {@code copy}, {@code end}. */
    public String href(String page) {
        return frame.getRoot() + ClientLinks.to("/console/client-" + page, "id", getId());
    }

    private Words words() {
        return frame.in("console-clients");
    }
}
