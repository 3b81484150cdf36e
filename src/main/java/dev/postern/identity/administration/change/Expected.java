package dev.postern.identity.administration.change;

/** Which state of an object somebody wants to change: a certain revision, or whatever is there. */
public record Expected(String revision) {

    private static final String ANY = "*";

    /** Whatever is there: who says so wants to overwrite. */
    public static final Expected ANYTHING = new Expected(ANY);

    public boolean isMetBy(String present) {
        return revision.equals(ANY) || revision.equals(present);
    }
}
