package dev.postern.picture;

/** A callout beside a label: the PKCE parameter that travels here. */
record Callout(Hop hop, String text, Rect room) {
    private static final double PADDING = 7;

    static Callout after(Label label, String parameter) {
        String text = "PKCE " + parameter;
        Rect words = label.room();
        double width = Lettering.LABEL.width(text) + 2 * PADDING;
        return new Callout(label.hop(), text, new Rect(words.right() + 10, words.bottom() - 17, width, 18));
    }
}
