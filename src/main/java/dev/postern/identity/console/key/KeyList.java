package dev.postern.identity.console.key;

import dev.postern.data.database.SigningKeyRow;
import dev.postern.identity.administration.key.KeyAdministration;
import dev.postern.identity.administration.key.PlannedRotation;
import dev.postern.identity.console.frame.Frame;
import dev.postern.identity.console.frame.UtcTime;
import dev.postern.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The signing keys and when they change places: {@code /console/keys}. */
@Named
@RequestScoped
public class KeyList {

    @Inject
    KeyAdministration keys;

    @Inject
    Frame frame;

    @Inject
    Clock clock;

    private List<Row> rows = List.of();
    private List<Planned> planned = List.of();
    private String provider = "";

    /** A key. @param until when it changes next, if it is known */
    public record Row(
            String algorithm, String kid, String state, String tone, String age, String since, String until) {}

    /** The next rotation of an algorithm. */
    public record Planned(String algorithm, String active, String next, String at, String in) {}

    public void open() {
        rows = keys.list(frame.by()).stream()
                .sorted(Comparator.comparing(SigningKeyRow::algorithm)
                        .thenComparing(SigningKeyRow::state)
                        .thenComparing(SigningKeyRow::createdAt, Comparator.reverseOrder()))
                .map(this::row)
                .toList();
        planned = keys.planned(frame.by()).stream().map(this::planned).toList();
        provider = keys.provider(frame.by());
    }

    private Row row(SigningKeyRow key) {
        Words words = frame.in("console-keys");
        String state = key.state().name().toLowerCase(Locale.ROOT);
        Instant since = switch (key.state()) {
            case NEXT -> key.createdAt();
            case ACTIVE -> key.activatedAt().orElse(key.createdAt());
            case RETIRED -> key.retiredAt().orElse(key.createdAt());
        };
        String tone = switch (key.state()) {
            case NEXT -> "";
            case ACTIVE -> "ok";
            case RETIRED -> "warn";
        };
        return new Row(
                key.algorithm(),
                key.kid(),
                words.text("state." + state),
                tone,
                time(Duration.between(key.createdAt(), clock.instant())),
                UtcTime.shown(since),
                keys.removal(key)
                        .map(at -> words.text("removed_at", UtcTime.shown(at)))
                        .orElse(""));
    }

    private Planned planned(PlannedRotation rotation) {
        return new Planned(
                rotation.algorithm(),
                rotation.active(),
                rotation.next(),
                UtcTime.shown(rotation.at()),
                time(Duration.between(clock.instant(), rotation.at())));
    }

    /** In the largest unit that says enough. */
    private String time(Duration duration) {
        Words words = frame.in("console-keys");
        if (duration.toDays() > 1) {
            return words.text("days", duration.toDays());
        }
        return duration.toHours() > 1
                ? words.text("hours", duration.toHours())
                : words.text("minutes", Math.max(0, duration.toMinutes()));
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Planned> getPlanned() {
        return planned;
    }

    /** Who computes the signatures at this node. */
    public String getProvider() {
        return provider;
    }
}
