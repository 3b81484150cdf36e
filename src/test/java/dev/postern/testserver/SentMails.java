package dev.postern.testserver;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server has mailed: by SMTP, or to its log where it has no mail server. */
record SentMails(Supplier<String> log, Optional<GreenMail> smtp) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern RECORD = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)");
    private static final Pattern MAIL = Pattern.compile("(?s)Mail to (\\S+)\\RSubject: (.*?)\\R\\R(.*)");

    /** Those to an address that have something in them, the first first, as soon as there are so many. @throws AssertionError if there never are */
    List<Mail> await(String address, String part, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Mail> found = with(address, part);
        while (found.size() < count && System.nanoTime() < end) {
            pause();
            found = with(address, part);
        }
        if (found.size() < count) {
            throw new AssertionError(address + " was mailed '" + part + "' " + found.size() + " times, not " + count);
        }
        return found;
    }

    private List<Mail> with(String address, String part) {
        Stream<Mail> all = smtp.map(SentMails::received).orElseGet(this::logged);
        return all.filter(mail -> mail.to().equals(address))
                .filter(mail -> mail.subject().contains(part) || mail.text().contains(part))
                .toList();
    }

    private Stream<Mail> logged() {
        return RECORD.splitAsStream(log.get())
                .map(MAIL::matcher)
                .filter(mail -> mail.find())
                .map(mail -> new Mail(mail.group(1), mail.group(2), mail.group(3)));
    }

    private static Stream<Mail> received(GreenMail server) {
        return Stream.of(server.getReceivedMessages()).map(SentMails::read);
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    String.valueOf(message.getContent()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
