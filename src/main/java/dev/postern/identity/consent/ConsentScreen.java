package dev.postern.identity.consent;

import dev.postern.page.Problem;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The consent screen: {@code /consent?interaction=…}. */
@Named
@RequestScoped
public class ConsentScreen {
    @Inject
    Interactions interactions;

    @Inject
    Screen screen;

    private @Nullable ConsentView view;

    /** Finds what to show before the page is rendered. */
    public void open() throws IOException {
        Optional<ConsentView> found = interactions.consent(screen.parameter("interaction"));
        if (found.isEmpty()) {
            screen.refuse(Problem.EXPIRED);
            return;
        }
        view = found.get();
        screen.speak(found.get().uiLocales());
    }

    /** What is asked for, in words a person uses. */
    public List<Permission> getPermissions() {
        return view == null ? List.of() : Permission.of(view.scopes(), view.claims(), screen.getWords());
    }

    /** Until when the grant lasts. */
    public String getUntil() {
        Words words = screen.getWords();
        return Optional.ofNullable(view)
                .flatMap(ConsentView::until)
                .map(until -> words.text("consent.until.day", words.day(until)))
                .orElseGet(() -> words.text("consent.until.withdrawn"));
    }

    /** What the page shows; there once {@link #open} has found it. */
    public @Nullable ConsentView getView() {
        return view;
    }
}
