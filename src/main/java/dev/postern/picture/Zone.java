package dev.postern.picture;

/** A zone of the picture: a group of boxes that live together. */
public enum Zone {
    CLIENT("Client"),
    EDGE("Edge"),
    IDENTITY("Identity"),
    APPLICATION("Application"),
    DATA("Data");

    private final String title;

    Zone(String title) {
        this.title = title;
    }

    /** The zone's name on the picture, in English. */
    public String title() {
        return title;
    }
}
