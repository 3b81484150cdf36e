package dev.postern.identity.consent;

import dev.postern.page.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The confirmation of a logout: {@code /logout-confirm?logout=…}. */
@Named
@RequestScoped
public class LogoutScreen {
    @Inject
    Interactions interactions;

    @Inject
    Screen screen;

    private @Nullable LogoutView view;

    /** Finds what to show before the page is rendered. */
    public void open() throws IOException {
        Optional<LogoutView> found = interactions.logout(screen.parameter("logout"));
        if (found.isEmpty()) {
            screen.refuse(Problem.EXPIRED);
            return;
        }
        view = found.get();
        screen.speak(found.get().uiLocales());
    }

    /** What the page shows; there once {@link #open} has found it. */
    public @Nullable LogoutView getView() {
        return view;
    }
}
