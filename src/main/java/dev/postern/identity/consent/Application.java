package dev.postern.identity.consent;

import java.util.Locale;

/**
 * The application that a person is dealing with, as a screen shows it.
 *
 * @param name the registered name, shown as text
 * @param logo an image URL that the page's Content-Security-Policy allows, or empty for the name's first letter
 * @param policy the address of its privacy policy, or empty
 * @param terms the address of its terms of service, or empty
 */
public record Application(String name, String logo, String policy, String terms) {

    /** Of which a name is all there is to show. */
    public static Application named(String name) {
        return new Application(name, "", "", "");
    }

    public boolean hasPolicy() {
        return !policy.isEmpty();
    }

    public boolean hasTerms() {
        return !terms.isEmpty();
    }

    public boolean hasLogo() {
        return !logo.isEmpty();
    }

    /** The first letter or digit of the name, in place of a logo. */
    public String initial() {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("·")
                .toUpperCase(Locale.ROOT);
    }
}
