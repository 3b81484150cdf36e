package dev.postern.identity.console.frame;

import dev.postern.page.Words;

/** Reasons as they are on record, which is in English, told in the reader's words where they are ours. */
public final class Recorded {

    private Recorded() {}

    /** @param reason of which others than ours stay as they are */
    public static String told(Words words, String reason) {
        String key = "reason." + reason.replace(' ', '_');
        return words.has(key) ? words.text(key) : reason;
    }
}
