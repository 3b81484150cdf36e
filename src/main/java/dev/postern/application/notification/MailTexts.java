package dev.postern.application.notification;

import dev.postern.data.database.User;
import dev.postern.data.queue.Notification;
import dev.postern.page.Languages;
import dev.postern.page.Words;
import dev.postern.platform.Issuer;
import dev.postern.platform.Sealer;
import dev.postern.platform.Service;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a notification says, in the language of the user's {@code locale} claim (OpenID Connect Core section 5.1). */
@Service
public class MailTexts {

    private final Issuer issuer;
    private final Sealer sealer;

    @Inject
    public MailTexts(Issuer issuer, Sealer sealer) {
        this.issuer = issuer;
        this.sealer = sealer;
    }

    Mail of(Notification notification, User user, String address) {
        String wish = String.valueOf(user.claims().getOrDefault("locale", "")).replace('_', '-');
        Words words = Words.of("mail", Languages.choose(wish, List.of()));
        String kind = notification.kind().name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        text.append(words.text("hello", name(user))).append("\n\n");
        text.append(words.text(kind + ".happened", issuer.value())).append("\n\n");
        link(notification).ifPresent(link -> text.append("  ").append(link).append("\n\n"));
        text.append(facts(notification, words)).append('\n');
        text.append(words.text(kind + ".known")).append("\n\n");
        text.append(words.text(kind + ".unknown")).append("\n\n");
        text.append(words.text(closing(kind, words), issuer.value())).append('\n');
        return new Mail(notification.id(), address, words.tag(), words.text(kind + ".subject"), text.toString());
    }

    private Optional<String> link(Notification notification) {
        return Optional.ofNullable(notification.details().get(Notification.SEALED))
                .flatMap(text -> sealer.open(Notification.SEALED, text));
    }

    private static String closing(String kind, Words words) {
        return words.has(kind + ".closing") ? kind + ".closing" : "closing";
    }

    private static String name(User user) {
        Object name = user.claims().get("name");
        return name == null || name.toString().isBlank() ? user.username() : name.toString();
    }

    private static String facts(Notification notification, Words words) {
        StringBuilder facts = new StringBuilder();
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(words.language())
                .withZone(ZoneOffset.UTC)
                .format(notification.occurredAt());
        facts.append("  ").append(words.text("when", when)).append('\n');
        for (Map.Entry<String, String> detail : notification.details().entrySet()) {
            String key = "detail." + detail.getKey();
            if (words.has(key)) {
                facts.append("  ")
                        .append(words.text(key, oneLine(detail.getValue())))
                        .append('\n');
            }
        }
        return facts.toString();
    }

    private static String oneLine(String value) {
        String clean = value.replaceAll("[\\p{Cntrl}]", " ");
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }
}
