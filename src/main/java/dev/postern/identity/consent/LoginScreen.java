package dev.postern.identity.consent;

import dev.postern.page.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The login screen: {@code /login?interaction=…}. */
@Named
@RequestScoped
public class LoginScreen {
    @Inject
    Interactions interactions;

    @Inject
    Screen screen;

    private @Nullable LoginView view;

    /** Finds what to show before the page is rendered. */
    public void open() throws IOException {
        Optional<LoginView> found = interactions.login(screen.parameter("interaction"));
        if (found.isEmpty()) {
            screen.refuse(Problem.EXPIRED);
            return;
        }
        view = found.get();
        screen.speak(found.get().uiLocales());
    }

    /** What the page shows; there once {@link #open} has found it. */
    public @Nullable LoginView getView() {
        return view;
    }
}
