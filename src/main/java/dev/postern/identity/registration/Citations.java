package dev.postern.identity.registration;

import dev.postern.page.Words;
import java.util.Locale;

/** Which section of which specification says what a field may be: told to whoever broke its rule. */
public final class Citations {

    private static final String WORDS = "citations";

    private Citations() {}

    /** @param pointer of the problem, from the object on: {@code /redirect_uris/0} */
    public static String of(String pointer, Locale language) {
        String field = pointer.replaceFirst("^/", "").replaceFirst("[/#].*", "");
        Words words = Words.of(WORDS, language);
        if (words.has(field)) {
            return words.text(field);
        }
        return ClientFields.isStandard(field) ? words.text("otherwise.standard") : words.text("otherwise.ours", field);
    }

    /** By which rule a redirect URI is taken or refused. */
    public static String of(RedirectTrial.Outcome outcome, Locale language) {
        return Words.of(WORDS, language).text("trial." + outcome.name().toLowerCase(Locale.ROOT));
    }
}
