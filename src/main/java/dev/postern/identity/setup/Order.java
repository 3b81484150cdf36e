package dev.postern.identity.setup;

/**
 * What is to be done with what an owner wants.
 *
 * @param by who wants it: the owner itself at a start, else an administrator
 * @param applies false: it is only compared
 * @param prunes what administrators have made by hand goes where it is not named, and becomes the owner's where it is
 */
public record Order(String owner, String by, boolean applies, boolean prunes) {

    /** What a start does. */
    static Order atStart(String owner) {
        return new Order(owner, owner, true, false);
    }
}
