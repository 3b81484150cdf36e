package dev.postern.identity.registration;

import dev.postern.identity.rule.Breach;

/**
 * One thing that is wrong with registered metadata.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the document
 * @param breach the rule that is broken there
 */
public record Problem(String pointer, Breach breach) {

    /** What to do about it, in English. */
    public String reason() {
        return breach.toString();
    }
}
