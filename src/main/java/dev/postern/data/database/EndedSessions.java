package dev.postern.data.database;

import java.time.Duration;
import java.time.Instant;

/**
 * Sessions that administrators, their own people elsewhere, or a new password have ended although their cookies are still there. They are few, and
 * kept until the longest session would have ended by itself; whether one is among them is answered from memory.
 */
public interface EndedSessions {

    /** From now on the session counts no more. Joins the caller's transaction. */
    void end(String sessionId, Duration longest);

    /** From now on no session of the user that has begun counts. */
    void endAllOf(String subject, Duration longest);

    /** @param authTime when the user last proved who they are in this session */
    boolean contain(String sessionId, String subject, Instant authTime);

    /** Deletes up to {@code limit} that have expired. @return how many */
    int purge(Instant now, int limit);
}
