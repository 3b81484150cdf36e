package dev.postern.identity.consent;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The page after a logout: {@code /signed-out}, with {@code ?logout=…} where applications are signed out in frames. */
@Named
@RequestScoped
public class SignedOutScreen {

    /** How long the frames have to load before the browser goes on; it waits for none of them. */
    private static final int SECONDS = 2;

    @Inject
    Interactions interactions;

    @Inject
    Screen screen;

    private SignedOutView view = SignedOutView.PLAIN;

    /** Finds what to show before the page is rendered; whoever comes back later finds the plain page. */
    public void open() {
        view = interactions.signedOut(screen.parameter("logout")).orElse(SignedOutView.PLAIN);
        screen.speak(view.uiLocales());
    }

    public SignedOutView getView() {
        return view;
    }

    /** The content of the element that takes the browser on. */
    public String getRefresh() {
        return SECONDS + ";url=" + view.continueAt();
    }
}
