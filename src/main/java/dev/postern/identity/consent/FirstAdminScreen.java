package dev.postern.identity.consent;

import dev.postern.page.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that makes the first administrator: {@code /first-admin?link=…}. */
@Named
@RequestScoped
public class FirstAdminScreen {
    @Inject
    FirstAdminLink firstAdminLink;

    @Inject
    Screen screen;

    private @Nullable FirstAdminView view;

    /** Finds what to show before the page is rendered. */
    public void open() throws IOException {
        Optional<FirstAdminView> found =
                firstAdminLink.open(screen.parameter("link"), screen.parameter("notice"), screen.parameter("username"));
        if (found.isEmpty()) {
            screen.refuse(Problem.LINK_SPENT);
            return;
        }
        view = found.get();
    }

    /** What the page shows; there once {@link #open} has found it. */
    public @Nullable FirstAdminView getView() {
        return view;
    }
}
