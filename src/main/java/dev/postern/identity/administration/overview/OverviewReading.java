package dev.postern.identity.administration.overview;

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

    private final BoxStates states;
    private final Figures figures;
    private final CryptoProvider crypto;
    private final Clock clock;

    @Inject
    public OverviewReading(BoxStates states, Figures figures, CryptoProvider crypto, Clock clock) {
        this.states = states;
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
        Condition own = states.now(box);
        Condition worst = measured.stream()
                .filter(figure -> figure.measure().box() == box)
                .map(Figure::condition)
                .max(Comparator.naturalOrder())
                .filter(told -> told.compareTo(own) > 0)
                .orElse(own);
        return new BoxHealth(box, worst);
    }
}
