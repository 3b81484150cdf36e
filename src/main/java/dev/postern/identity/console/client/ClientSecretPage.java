package dev.postern.identity.console.client;

import dev.postern.identity.administration.client.ClientSecretAdministration;
import dev.postern.identity.administration.client.WrittenSecret;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import dev.postern.platform.Durations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The secrets of a client, changed without downtime: {@code /console/client-secrets?id=}. */
@Named
@RequestScoped
public class ClientSecretPage {

    @Inject
    ClientSecretAdministration secrets;

    @Inject
    ShownClient shown;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String overlap = "24h";
    private String secret = "";
    private String previousUntil = "";

    public void open() {
        shown.registered();
        if (shown.isOurs()) {
            frame.requireFreshSignIn();
        }
    }

    /** The answer to this very request shows it, and nothing later does. */
    public void rotate() {
        outcome.here(() -> {
            WrittenSecret made = secrets.rotate(frame.by(), shown.getId(), Durations.parse(overlap));
            made.secret().ifPresent(value -> secret = value.value());
            previousUntil = overlap.equals("0s")
                    ? ""
                    : UtcTime.told(made.registered()
                            .client()
                            .authentication()
                            .retiring()
                            .until());
        });
    }

    public void endPrevious() {
        outcome.of(() -> {
            secrets.endPrevious(frame.by(), shown.getId());
            return ClientLinks.to("/console/client-secrets", "id", shown.getId(), "notice", "ended");
        });
    }

    /** Labels with durations. */
    public Map<String, String> getOverlaps() {
        Map<String, String> choices = new LinkedHashMap<>();
        Stream.of("0s", "1h", "24h", "7d", "30d", "90d")
                .forEach(duration -> choices.put(words().text("overlap." + duration), duration));
        return choices;
    }

    public String getOverlap() {
        return overlap;
    }

    public void setOverlap(String chosen) {
        overlap = chosen;
    }

    public String getSecret() {
        return secret;
    }

    public String getPreviousUntil() {
        return previousUntil;
    }

    private Words words() {
        return frame.in("console-clients");
    }
}
