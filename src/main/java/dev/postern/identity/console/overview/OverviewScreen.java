package dev.postern.identity.console.overview;

import dev.postern.identity.administration.overview.BoxHealth;
import dev.postern.identity.administration.overview.Condition;
import dev.postern.identity.administration.overview.Figure;
import dev.postern.identity.administration.overview.Measure;
import dev.postern.identity.administration.overview.Overview;
import dev.postern.identity.administration.overview.OverviewReading;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Place;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import dev.postern.picture.Box;
import dev.postern.picture.PictureWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The overview: {@code /console}. */
@Named
@RequestScoped
public class OverviewScreen {

    static final String WORDS = "console-overview";

    @Inject
    OverviewReading reading;

    @Inject
    Frame frame;

    private @Nullable Overview overview;

    /** A figure on the page. @param href what it counts, empty: there is no page of that */
    public record Line(String label, String value, String unit, String condition, String tone, String href) {

        String told() {
            return label + ": " + value + " " + unit;
        }
    }

    /** Something that needs somebody. @param about what the link leads to, empty: nowhere */
    public record Need(String told, String about, String condition, String tone, String advice, String href) {}

    /** A box on the page. */
    public record Tile(String id, String title, String role, String condition, String tone) {}

    /** Asks before the page is rendered. */
    public void open() {
        overview = reading.read(frame.by());
    }

    public String getAt() {
        return overview == null ? "" : UtcTime.told(overview.at());
    }

    /** What needs somebody, the worst first: only boxes are ever down. */
    public List<Need> getAttention() {
        return overview == null
                ? List.of()
                : Stream.concat(
                                overview.boxesInNeed().stream().map(this::need),
                                overview.attention().stream().map(this::need))
                        .toList();
    }

    public List<Line> getFigures() {
        return overview == null
                ? List.of()
                : overview.figures().stream().map(this::line).toList();
    }

    public List<Tile> getBoxes() {
        return overview == null
                ? List.of()
                : overview.boxes().stream().map(this::tile).toList();
    }

    private Line line(Figure figure) {
        Words words = frame.in(WORDS);
        String name = figure.measure().wire();
        return new Line(
                words.text("measure." + name),
                NumberFormat.getIntegerInstance(words.language()).format(figure.value()),
                words.text("unit." + figure.measure().unit()),
                words.text("condition." + figure.condition().wire()),
                tone(figure.condition()),
                href(figure.measure()));
    }

    private Need need(Figure figure) {
        Line line = line(figure);
        String advice = frame.in(WORDS).text("advice." + figure.measure().wire());
        return new Need(line.told(), line.label(), line.condition(), line.tone(), advice, line.href());
    }

    private Need need(BoxHealth health) {
        Tile tile = tile(health);
        String advice = frame.in(WORDS).text("advice." + cause(health.box()));
        return new Need(tile.title(), tile.title(), tile.condition(), tile.tone(), advice, statusPage());
    }

    /** What a box waits for when it does not work: the word that advice is under. */
    private static String cause(Box box) {
        return switch (box) {
            case B10 -> "cache";
            case B12, B13, B14 -> "database";
            case B9, B11, B15 -> "broker";
            case B1, B2, B3, B4, B5, B6, B7, B8 -> "box";
        };
    }

    private String statusPage() {
        return frame.getRoot() + "/status/ready";
    }

    private Tile tile(BoxHealth health) {
        PictureWords picture = PictureWords.in(frame.getWords().language());
        return new Tile(
                health.box().name(),
                picture.title(health.box()),
                picture.role(health.box()),
                frame.in(WORDS).text("condition." + health.condition().wire()),
                tone(health.condition()));
    }

    private static String tone(Condition condition) {
        return switch (condition) {
            case UNKNOWN, OFF -> "";
            case GOOD -> "ok";
            case WATCH -> "warn";
            case BAD -> "bad";
        };
    }

    /** The page of what a figure counts. */
    private String href(Measure measure) {
        return switch (measure) {
            case QUEUE_WAITING, QUEUE_SPILL -> statusPage();
            case CACHE_HITS -> link(Place.SETTINGS, "?q=cache");
            case TOKENS_PER_MINUTE -> link(Place.AUDIT, "?type=token_issued");
            case SIGN_INS -> link(Place.AUDIT, "?type=login_succeeded");
            case FAILED_SIGN_INS -> link(Place.AUDIT, "?type=login_failed");
            case OLDEST_KEY -> link(Place.KEYS, "");
            case PARKED_EVENTS, PARKED_MAILS, PARKED_LOGOUTS -> "";
            case REPORTING_AGE -> link(Place.REPORTS, "");
        };
    }

    private String link(Place place, String query) {
        return frame.getRoot() + place.path() + query;
    }
}
