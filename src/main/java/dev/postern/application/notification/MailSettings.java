package dev.postern.application.notification;

import dev.postern.platform.Setting;
import java.time.Duration;

/** Settings of the mail that users get. */
public final class MailSettings {

    public static final Setting<String> HOST = Setting.text(
            "postern.mail.host", "", "The SMTP server. Empty: mail is not sent but written to the server's log.");

    public static final Setting<Integer> PORT = Setting.count("postern.mail.port", 587, "The SMTP server's port.");

    public static final Setting<Security> SECURITY = new Setting<>(
            "postern.mail.security",
            "starttls",
            "starttls, tls or none",
            "How the connection to the SMTP server is protected; starttls refuses a server that does not offer it.",
            Security::read);

    public static final Setting<String> USER =
            Setting.text("postern.mail.user", "", "User name at the SMTP server. Empty: no authentication.");

    public static final Setting<String> PASSWORD_FILE = Setting.text(
            "postern.mail.password-file", "", "File that holds the password at the SMTP server, read for each mail.");

    public static final Setting<String> FROM =
            Setting.text("postern.mail.from", "Postern <postern@localhost>", "Sender of the mail.");

    public static final Setting<Duration> TIMEOUT =
            Setting.duration("postern.mail.timeout", "10s", "How long the SMTP server may take for each answer.");

    public static final Setting<Duration> GIVE_UP_AFTER = Setting.duration(
            "postern.mail.give-up-after",
            "24h",
            "How long a mail is tried again while the SMTP server is away or refuses it for now.");

    /** How the connection is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE;

        static Security read(String text) {
            return switch (text) {
                case "starttls" -> STARTTLS;
                case "tls" -> TLS;
                case "none" -> NONE;
                default -> throw new IllegalArgumentException("write starttls, tls or none");
            };
        }
    }

    private MailSettings() {}
}
