package dev.postern.testing.fakes;

import dev.postern.data.database.EndedSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Ended sessions in a set. */
public final class FakeEndedSessions implements EndedSessions {

    private final Set<String> ended = new HashSet<>();

    @Override
    public void end(String sessionId, Duration longest) {
        ended.add(sessionId);
    }

    @Override
    public void endAllOf(String subject, Duration longest) {
        ended.add(subject);
    }

    @Override
    public boolean contain(String sessionId, String subject, Instant authTime) {
        return ended.contains(sessionId) || ended.contains(subject);
    }

    @Override
    public int purge(Instant now, int limit) {
        return 0;
    }
}
