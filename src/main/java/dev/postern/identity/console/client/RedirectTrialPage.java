package dev.postern.identity.console.client;

import dev.postern.identity.administration.client.ClientTrials;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.registration.Citations;
import dev.postern.identity.registration.RedirectTrial;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whether a redirect URI would be accepted, and if not why: {@code /console/client-redirect?id=&uri=}. */
@Named
@RequestScoped
public class RedirectTrialPage {

    @Inject
    ClientTrials trials;

    @Inject
    ShownClient shown;

    @Inject
    Frame frame;

    private @Nullable RedirectTrial trial;

    public void open() {
        shown.registered();
        if (!getUri().isEmpty()) {
            trial = trials.redirect(frame.by(), shown.getId(), getUri());
        }
    }

    public String getUri() {
        return frame.parameter("uri").strip();
    }

    public @Nullable RedirectTrial getTrial() {
        return trial;
    }

    public String getReason() {
        return trial == null ? "" : words().text("trial." + wire(trial.outcome())) + broken(trial);
    }

    /** The section that says so. */
    public String getRule() {
        return trial == null ? "" : Citations.of(trial.outcome(), frame.getLanguage());
    }

    private String broken(RedirectTrial tried) {
        return tried.breach()
                .map(breach -> " " + breach.in(frame.getLanguage()) + ".")
                .orElse("");
    }

    public String getDifferences() {
        return trial == null
                ? ""
                : trial.differences().stream()
                        .map(difference -> words().text("differs." + wire(difference)))
                        .collect(Collectors.joining(", "));
    }

    public List<String> getRegistered() {
        return List.copyOf(shown.registered().client().redirection().redirectUris());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Words words() {
        return frame.in("console-clients");
    }
}
