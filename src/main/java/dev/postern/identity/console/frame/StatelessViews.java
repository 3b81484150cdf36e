package dev.postern.identity.console.frame;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * Makes every view transient before it is built, as all of ours say themselves: MyFaces (Open Liberty) otherwise begins a session for a view whose
 * page it has not read yet.
 */
public class StatelessViews implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        event.getFacesContext().getViewRoot().setTransient(true);
    }
}
