package dev.postern.identity.console.registration;

import dev.postern.data.database.InitialAccessTokens.FoundToken;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.client.InitialAccessTokenAdministration;
import dev.postern.identity.administration.rights.Area;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Says what the end of an initial access token breaks, and revokes it: {@code /console/registration-token-end?id=…}. */
@Named
@RequestScoped
public class RegistrationTokenEnd {

    @Inject
    InitialAccessTokenAdministration tokens;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    /** It takes a fresh sign-in, and a token that is there. */
    public void open() {
        Guard.mayWrite(frame.by(), Area.CLIENTS);
        found();
        frame.requireFreshSignIn();
    }

    public void revoke() {
        outcome.of(() -> {
            tokens.revoke(frame.by(), getId());
            return "/console/registration-tokens?notice=revoked";
        });
    }

    public String getName() {
        return found().token().name();
    }

    /** What stops working and what does not, each in a sentence. */
    public List<String> getBreaks() {
        Words words = frame.in("console-registration-tokens");
        return List.of(words.text("breaks.programs"), words.text("breaks.clients", found().clients()));
    }

    public String getId() {
        return frame.parameter("id");
    }

    public String getBack() {
        return frame.getRoot() + "/console/registration-tokens";
    }

    private FoundToken found() {
        return tokens.find(frame.by(), getId());
    }
}
