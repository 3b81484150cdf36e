package dev.postern.identity.console.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postern.identity.administration.change.Expected;
import dev.postern.identity.administration.client.ClientAdministration;
import dev.postern.identity.administration.client.Usage;
import dev.postern.identity.administration.client.UsageReading;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Outcome;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Disables a client or removes it, after saying what that breaks: {@code /console/client-end?id=}. */
@Named
@RequestScoped
public class ClientEndPage {

    @Inject
    ClientAdministration clients;

    @Inject
    UsageReading usage;

    @Inject
    ShownClient shown;

    @Inject
    Frame frame;

    @Inject
    Outcome outcome;

    private String revision = "";

    /** What stops working, each in one sentence. */
    public List<String> getBreaks() {
        Words words = frame.in("console-clients");
        Usage used = usage.of(frame.by(), shown.getId());
        List<String> breaks = new ArrayList<>();
        if (used.liveGrants() > 0) {
            breaks.add(words.text("breaks.grants", counted(used.liveGrants()), counted(used.people())));
        }
        if (used.refreshTokens() > 0) {
            breaks.add(words.text("breaks.refresh_tokens", counted(used.refreshTokens())));
        }
        used.resourceServers().forEach(server -> breaks.add(words.text("breaks.resource_server", server)));
        if (used.isNone()) {
            breaks.add(words.text("breaks.nothing"));
        }
        return breaks;
    }

    private static String counted(int number) {
        return number >= Usage.MOST_COUNTED ? "≥ " + Usage.MOST_COUNTED : Integer.toString(number);
    }

    public void open() {
        if (revision.isEmpty()) {
            revision = shown.registered().revision();
        }
    }

    public void disable() {
        outcome.of(() -> {
            clients.patch(
                    frame.by(),
                    shown.getId(),
                    new Expected(revision),
                    JsonNodeFactory.instance.objectNode().put("enabled", false));
            return ClientLinks.client(shown.getId()) + "&notice=disabled";
        });
    }

    public void remove() {
        outcome.of(() -> {
            clients.remove(frame.by(), shown.getId(), new Expected(revision));
            return ClientLinks.LIST + "?notice=removed";
        });
    }

    public String getRevision() {
        return revision;
    }

    public void setRevision(String read) {
        revision = read;
    }
}
