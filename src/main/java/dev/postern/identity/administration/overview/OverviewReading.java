package dev.postern.identity.administration.overview;

import dev.postern.data.Sql;
import dev.postern.data.queue.MessageQueue;
import dev.postern.data.session.SessionCache;
import dev.postern.identity.administration.change.Guard;
import dev.postern.identity.administration.rights.Administrator;
import dev.postern.identity.administration.rights.Area;
import dev.postern.picture.Box;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How the system is, box by box of the picture. */
@Service
public class OverviewReading {

    private static final int PATIENCE_SECONDS = 1;

    private final Sql sql;
    private final SessionCache cache;
    private final MessageQueue queue;
    private final Figures figures;
    private final CryptoProvider crypto;
    private final Clock clock;

    @Inject
    public OverviewReading(
            Sql sql, SessionCache cache, MessageQueue queue, Figures figures, CryptoProvider crypto, Clock clock) {
        this.sql = sql;
        this.cache = cache;
        this.queue = queue;
        this.figures = figures;
        this.crypto = crypto;
        this.clock = clock;
    }

    public Overview read(Administrator by) {
        Guard.mayRead(by, Area.SETTINGS);
        List<Figure> measured = figures.now();
        List<BoxHealth> boxes =
                Stream.of(Box.values()).map(box -> health(box, measured)).toList();
        return new Overview(clock.instant(), crypto.name(), boxes, measured);
    }

    /** What the box itself says, or the worst of its figures. */
    private BoxHealth health(Box box, List<Figure> measured) {
        Condition own = own(box);
        Condition worst = measured.stream()
                .filter(figure -> figure.measure().box() == box)
                .map(Figure::condition)
                .max(Comparator.naturalOrder())
                .filter(told -> told.compareTo(own) > 0)
                .orElse(own);
        return new BoxHealth(box, worst);
    }

    /** Boxes of this process are well if it answers at all; browsers and the edge are others'. */
    private Condition own(Box box) {
        return switch (box) {
            case B1, B3 -> Condition.UNKNOWN;
            case B2, B4, B5, B6, B7, B8 -> Condition.GOOD;
            case B9, B11, B15 -> queue.state().brokerUp() ? Condition.GOOD : Condition.WATCH;
            case B10 -> cache.isAvailable() ? Condition.GOOD : Condition.BAD;
            case B12, B13, B14 -> sql.answersWithin(PATIENCE_SECONDS) ? Condition.GOOD : Condition.BAD;
        };
    }
}
