package dev.postern.application.notification;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends mail by SMTP (RFC 5321), or writes it to the log where no server is configured. */
@Service
public class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    private final Settings settings;
    private final Clock clock;

    @Inject
    public Postman(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Where mail goes: {@code smtp} or {@code log}. */
    String way() {
        return settings.get(MailSettings.HOST).isEmpty() ? "log" : "smtp";
    }

    void send(Mail mail) throws MailNotSent {
        if (settings.get(MailSettings.HOST).isEmpty()) {
            LOG.log(Level.INFO, "Mail to {0}\nSubject: {1}\n\n{2}", new Object[] {mail.to(), mail.subject(), mail.text()
            });
            return;
        }
        try {
            sendBySmtp(mail);
        } catch (AddressException e) {
            throw new MailNotSent("the address is not one", false, e);
        } catch (SendFailedException e) {
            throw new MailNotSent("the server refused the address", isTemporary(e), e);
        } catch (MessagingException | IOException e) {
            throw new MailNotSent("the server did not take it", true, e);
        }
    }

    /** Angus names the reply code in the message; 4xx means "not now" (RFC 5321 section 4.2.1). */
    private static boolean isTemporary(SendFailedException failure) {
        Exception next = failure;
        while (next instanceof MessagingException messaging) {
            if (String.valueOf(next.getMessage()).matches("(?s)4\\d\\d[ -].*")) {
                return true;
            }
            next = messaging.getNextException();
        }
        return failure.getInvalidAddresses() == null || failure.getInvalidAddresses().length == 0;
    }

    private void sendBySmtp(Mail mail) throws MessagingException, IOException {
        Session session = Session.getInstance(properties());
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.get(MailSettings.FROM), true));
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 section 5: no automatic replies
        message.setHeader("X-Postern-Notification", mail.id());
        try (Transport transport = session.getTransport()) {
            String user = settings.get(MailSettings.USER);
            if (user.isEmpty()) {
                transport.connect();
            } else {
                transport.connect(user, password());
            }
            message.saveChanges();
            Address[] recipients = message.getAllRecipients();
            transport.sendMessage(message, recipients);
        }
    }

    private String password() throws IOException {
        return Files.readString(Path.of(settings.get(MailSettings.PASSWORD_FILE)))
                .strip();
    }

    private Properties properties() {
        MailSettings.Security security = settings.get(MailSettings.SECURITY);
        String protocol = security == MailSettings.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        String timeout = Long.toString(settings.get(MailSettings.TIMEOUT).toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", settings.get(MailSettings.HOST));
        properties.setProperty(prefix + "port", settings.get(MailSettings.PORT).toString());
        properties.setProperty(
                prefix + "auth",
                Boolean.toString(!settings.get(MailSettings.USER).isEmpty()));
        properties.setProperty(
                prefix + "starttls.enable", Boolean.toString(security == MailSettings.Security.STARTTLS));
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(security == MailSettings.Security.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        return properties;
    }
}
