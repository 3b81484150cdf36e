package dev.postern.identity.administration.overview;

import dev.postern.data.Sql;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.session.SessionCache;
import dev.postern.picture.Box;
import dev.postern.platform.BuiltInClients;
import dev.postern.platform.Service;
import jakarta.inject.Inject;

/** What the boxes of the picture say of themselves, figures aside. */
@Service
class BoxStates {

    private static final int PATIENCE_SECONDS = 1;

    private final Sql sql;
    private final SessionCache cache;
    private final MessageQueue queue;
    private final BuiltInClients builtIn;

    @Inject
    BoxStates(Sql sql, SessionCache cache, MessageQueue queue, BuiltInClients builtIn) {
        this.sql = sql;
        this.cache = cache;
        this.queue = queue;
        this.builtIn = builtIn;
    }

    /** Boxes of this process are well if it answers at all; browsers and the edge are others'. */
    Condition now(Box box) {
        return switch (box) {
            case B1, B3 -> Condition.UNKNOWN;
            case B2 -> builtIn.appEnabled() ? Condition.GOOD : Condition.OFF;
            case B4, B5, B6, B7, B8 -> Condition.GOOD;
            case B9, B11, B15 -> queue.state().brokerUp() ? Condition.GOOD : Condition.WATCH;
            case B10 -> cache.isAvailable() ? Condition.GOOD : Condition.BAD;
            case B12, B13, B14 -> sql.answersWithin(PATIENCE_SECONDS) ? Condition.GOOD : Condition.BAD;
        };
    }
}
