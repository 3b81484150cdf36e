package dev.postern.identity.console.overview;

import dev.postern.identity.administration.overview.BoxHealth;
import dev.postern.identity.administration.overview.Condition;
import dev.postern.identity.administration.overview.Figure;
import dev.postern.identity.administration.overview.Measure;
import dev.postern.identity.administration.overview.Overview;
import dev.postern.identity.administration.overview.OverviewReading;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.Place;
import dev.postern.page.Words;
import dev.postern.picture.PictureWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
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
    public record Line(
            String label, String value, String unit, String condition, String tone, String advice, String href) {}

    /** A box on the page. */
    public record Tile(String id, String title, String role, String condition, String tone) {}

    /** Asks before the page is rendered. */
    public void open() {
        overview = reading.read(frame.by());
    }

    public String getAt() {
        return overview == null ? "" : frame.getWords().moment(overview.at());
    }

    /** What needs somebody, the worst first. */
    public List<Line> getAttention() {
        return overview == null
                ? List.of()
                : overview.attention().stream().map(this::line).toList();
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
                words.has("advice." + name) ? words.text("advice." + name) : "",
                href(figure.measure()));
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
            case UNKNOWN -> "";
            case GOOD -> "ok";
            case WATCH -> "warn";
            case BAD -> "bad";
        };
    }

    /** The page of what a figure counts. */
    private String href(Measure measure) {
        return switch (measure) {
            case QUEUE_WAITING, QUEUE_SPILL -> frame.getRoot() + "/status/ready";
            case CACHE_HITS -> link(Place.SETTINGS, "?q=cache");
            case TOKENS_PER_MINUTE -> link(Place.AUDIT, "?type=token_issued");
            case SIGN_INS -> link(Place.AUDIT, "?type=login_succeeded");
            case FAILED_SIGN_INS -> link(Place.AUDIT, "?type=login_failed");
            case OLDEST_KEY -> link(Place.KEYS, "");
            case REPORTING_AGE -> link(Place.REPORTS, "");
        };
    }

    private String link(Place place, String query) {
        return frame.exists(place) ? frame.getRoot() + place.path() + query : "";
    }
}
