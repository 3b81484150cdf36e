package dev.postern.identity.authorization.interaction;

import dev.postern.identity.authorization.request.AuthorizationRequest;
import dev.postern.identity.consent.Notice;
import java.time.Instant;
import java.util.List;

/**
 * An authorization request that waits for a person, as it is kept in the cache (H5).
 *
 * @param bindingHash hash of the cookie of the browser that began it
 * @param step counts the forms that were answered: each form's token is good for one step
 * @param request what was asked, checked, with the scope that counts
 * @param expectedSubject the only person who may answer ({@code id_token_hint}), empty for anybody
 * @param username what was typed last, to be shown again
 * @param notice what the page says above its form
 * @param signedIn who is signed in; at the stage of login who may go on as they are, or nobody
 */
public record Interaction(
        String bindingHash,
        Stage stage,
        int step,
        AuthorizationRequest request,
        String expectedSubject,
        String username,
        Notice notice,
        SignedIn signedIn,
        Instant createdAt) {

    /** What the person is asked for. */
    public enum Stage {
        LOGIN,
        CONSENT
    }

    /**
     * The session that the interaction goes on in.
     *
     * @param sessionId {@link dev.postern.identity.authorization.session.SsoSession#id()}
     */
    public record SignedIn(String subject, String sessionId, Instant authTime, List<String> amr, Instant endsAt) {

        public static final SignedIn NOBODY = new SignedIn("", "", Instant.EPOCH, List.of(), Instant.EPOCH);
    }

    /** The login page again, with a word about what went wrong. */
    public Interaction retry(String typed, Notice said) {
        return new Interaction(
                bindingHash, Stage.LOGIN, step + 1, request, expectedSubject, typed, said, signedIn, createdAt);
    }

    /** On to the consent page. */
    public Interaction askConsent(SignedIn person) {
        return new Interaction(
                bindingHash, Stage.CONSENT, step + 1, request, expectedSubject, "", Notice.NONE, person, createdAt);
    }
}
