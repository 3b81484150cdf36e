package dev.postern.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.postern.data.EmptyDatabase;
import dev.postern.data.database.User;
import dev.postern.data.database.Users;
import dev.postern.data.queue.DeadLetters;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.data.queue.LogoutNotice;
import dev.postern.data.queue.Notification;
import dev.postern.data.queue.SentNotifications;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.platform.CryptoProvider;
import dev.postern.platform.Issuer;
import dev.postern.platform.Json;
import dev.postern.platform.MasterKeys;
import dev.postern.platform.Metrics;
import dev.postern.platform.RandomValues;
import dev.postern.platform.Sealer;
import dev.postern.platform.Settings;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationIntakeTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final Sealer SEALER = new Sealer(
            new MasterKeys(Map.of(1, new byte[32])), new RandomValues(new SecureRandom()), CryptoProvider.ofJdk());

    private final EmptyDatabase database = new EmptyDatabase();
    private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HopTrace hops = new HopTrace(Clock.systemUTC());
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Object> claims = new HashMap<>(Map.of("email", "ana@example.org", "name", "Ana"));

    @BeforeEach
    void start() {
        smtp.start();
    }

    @AfterEach
    void stop() {
        smtp.stop();
        database.close();
    }

    @Test
    void a_new_device_is_told_in_plain_words_and_once() throws Exception {
        NotificationIntake intake = intake(Map.of());
        String message = document(Notification.Kind.NEW_DEVICE, Instant.now());
        intake.deliver(message);
        intake.deliver(message);

        assertThat(smtp.getReceivedMessages()).hasSize(1);
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("New sign-in to your account");
        assertThat(mail.getAllRecipients()[0]).hasToString("ana@example.org");
        assertThat(mail.getContent().toString())
                .contains("Hello Ana,", "If it was not you", "Browser: Firefox on Linux")
                .contains("Address: 198.51.100.7");
        assertThat(events).containsExactly(new Event.NotificationSent("usr_1", "new_device", true, ""));
        assertThat(hops.of(TRACE)).extracting("hop").containsExactly(Hop.H25);
    }

    @Test
    void a_replayed_refresh_token_is_told_in_the_language_of_the_user() throws Exception {
        claims.put("locale", "es-MX");
        intake(Map.of()).deliver(document(Notification.Kind.REFRESH_TOKEN_REPLAYED, Instant.now()));
        MimeMessage mail = smtp.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Se ha desconectado una aplicación de su cuenta");
        assertThat(mail.getHeader("Content-Language")).containsExactly("es");
        assertThat(mail.getContent().toString()).contains("Hola, Ana:", "avise a su administrador");
    }

    @Test
    void a_link_is_sealed_in_the_queue_and_readable_in_the_mail() throws Exception {
        String link = "https://id.example.org/new-password?link=secret";
        Notification reset = new Notification(
                "n-reset",
                Notification.Kind.PASSWORD_RESET,
                "usr_1",
                Instant.now(),
                TRACE,
                Map.of(Notification.SEALED, SEALER.seal(Notification.SEALED, link)));
        String message = Json.write(reset);
        assertThat(message).doesNotContain("link=secret");
        intake(Map.of()).deliver(message);
        assertThat(smtp.getReceivedMessages()[0].getContent().toString())
                .contains(link, "it works once")
                .doesNotContain("contains no links");
    }

    @Test
    void a_server_that_is_away_is_tried_again_and_the_mail_goes_out_then() throws Exception {
        NotificationIntake intake = intake(Map.of());
        String message = document(Notification.Kind.NEW_DEVICE, Instant.now());
        int port = smtp.getSmtp().getPort();
        smtp.stop();
        assertThatThrownBy(() -> intake.deliver(message))
                .isInstanceOfSatisfying(
                        MailNotSent.class, e -> assertThat(e.isWorthRetrying()).isTrue());
        assertThat(events).isEmpty();

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            intake.deliver(message);
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
    }

    @Test
    void after_a_day_a_mail_is_given_up_and_the_audit_trail_says_so() throws Exception {
        NotificationIntake intake = intake(Map.of());
        smtp.stop();
        intake.deliver(document(Notification.Kind.NEW_DEVICE, Instant.now().minus(Duration.ofHours(25))));
        assertThat(events)
                .singleElement()
                .isEqualTo(new Event.NotificationSent("usr_1", "new_device", false, "the server did not take it"));
    }

    @Test
    void an_address_that_is_none_is_not_tried_again() throws Exception {
        claims.put("email", "ana@example.org\r\nBcc: all@example.org");
        intake(Map.of()).deliver(document(Notification.Kind.NEW_DEVICE, Instant.now()));
        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(Event.Outcome.FAILURE));
    }

    @Test
    void the_password_comes_from_a_file(@TempDir Path folder) throws Exception {
        smtp.setUser("ana@example.org", "mailer", "s3cret");
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        intake(Map.of("postern.mail.user", "mailer", "postern.mail.password-file", file.toString()))
                .deliver(document(Notification.Kind.NEW_DEVICE, Instant.now()));
        assertThat(smtp.getReceivedMessages()).hasSize(1);
    }

    @Test
    void starttls_is_not_given_up_silently() {
        NotificationIntake intake = intake(Map.of("postern.mail.security", "starttls"));
        assertThatThrownBy(() -> intake.deliver(document(Notification.Kind.NEW_DEVICE, Instant.now())))
                .isInstanceOf(MailNotSent.class);
        assertThat(smtp.getReceivedMessages()).isEmpty();
    }

    @Test
    void without_a_server_the_mail_is_written_to_the_log() throws Exception {
        intake(Map.of("postern.mail.host", "")).deliver(document(Notification.Kind.NEW_DEVICE, Instant.now()));
        assertThat(smtp.getReceivedMessages()).isEmpty();
        assertThat(events).containsExactly(new Event.NotificationSent("usr_1", "new_device", true, ""));
    }

    @Test
    void an_unreadable_notification_is_parked() throws Exception {
        intake(Map.of()).deliver("{\"kind\":\"NO_SUCH\"}");
        assertThat(new DeadLetters(database.sql(), Clock.systemUTC(), new Metrics()).count())
                .isEqualTo(1);
    }

    private static String document(Notification.Kind kind, Instant at) {
        Map<String, String> details = Map.of("user_agent", "Firefox on Linux", "address", "198.51.100.7");
        return Json.write(new Notification("n1", kind, "usr_1", at, TRACE, details));
    }

    private NotificationIntake intake(Map<String, String> more) {
        Map<String, String> texts = new HashMap<>(Map.of(
                "postern.mail.host", "127.0.0.1",
                "postern.mail.port", Integer.toString(smtp.getSmtp().getPort()),
                "postern.mail.security", "none"));
        texts.putAll(more);
        Settings settings = Settings.of(texts);
        Metrics metrics = new Metrics();
        return new NotificationIntake(
                users(),
                new SentNotifications(database.sql(), Clock.systemUTC()),
                new DeadLetters(database.sql(), Clock.systemUTC(), metrics),
                new MailTexts(new Issuer("https://id.example.org", ""), SEALER),
                new Postman(settings, Clock.systemUTC()),
                collecting(),
                hops,
                metrics,
                settings,
                Clock.systemUTC());
    }

    private Events collecting() {
        return new Events() {
            @Override
            public void publish(List<? extends Event> published) {
                events.addAll(published);
            }

            @Override
            public void enlist(List<? extends Event> published) {
                publish(published);
            }

            @Override
            public void notify(Notification notification) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void logOut(List<LogoutNotice> notices) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** One user; nothing else of the interface is used here. */
    private Users users() {
        return (Users) Proxy.newProxyInstance(
                Users.class.getClassLoader(), new Class<?>[] {Users.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("bySubject")) {
                        return Optional.of(new User("usr_1", "ana", "", claims, Set.of(), true));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
