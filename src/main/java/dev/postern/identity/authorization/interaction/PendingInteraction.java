package dev.postern.identity.authorization.interaction;

/**
 * A pending interaction as this browser sees it.
 *
 * @param id what URLs and forms carry
 * @param formToken what the form of its present step must carry besides: the page's alone, and good once
 * @param stored the state as the cache holds it: what an answer takes the place of, whichever node or version has written it
 */
public record PendingInteraction(String id, String formToken, Interaction state, String stored) {

    @Override
    public String toString() {
        return "PendingInteraction[" + state.stage() + "]";
    }
}
