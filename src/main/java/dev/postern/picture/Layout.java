package dev.postern.picture;

/** Where zones and boxes stand: clients left, the server in the middle, data right, as people draw it. */
final class Layout {
    static final double WIDTH = 1726;
    static final double HEIGHT = 1584;

    /** The side edges of the columns. */
    private static final double MIDDLE = 884;

    private static final double MIDDLE_WIDTH = 212;
    private static final double DATA = 1514;
    private static final double DATA_WIDTH = 188;

    private Layout() {}

    static Rect of(Box box) {
        return switch (box) {
            case B1 -> new Rect(32, 150, 136, 1065);
            case B2 -> new Rect(404, 500, 150, 715);
            case B3 -> new Rect(718, 926, 142, 132);
            case B4 -> new Rect(926, 926, 170, 132);
            case B5 -> middle(150, 182);
            case B6 -> middle(372, 84);
            case B7 -> middle(496, 194);
            case B8 -> middle(1150, 124);
            case B9 -> middle(1298, 124);
            case B15 -> middle(1446, 92);
            case B12 -> data(150, 270);
            case B13 -> data(540, 92);
            case B10 -> data(690, 196);
            case B11 -> data(950, 270);
            case B14 -> data(1340, 92);
        };
    }

    static Rect of(Zone zone) {
        return switch (zone) {
            case CLIENT -> new Rect(16, 112, 554, 1119);
            case IDENTITY -> new Rect(868, 112, 244, 594);
            case EDGE -> new Rect(702, 890, 410, 184);
            case APPLICATION -> new Rect(868, 1112, 244, 442);
            case DATA -> new Rect(1498, 112, 212, 1336);
        };
    }

    private static Rect middle(double y, double height) {
        return new Rect(MIDDLE, y, MIDDLE_WIDTH, height);
    }

    private static Rect data(double y, double height) {
        return new Rect(DATA, y, DATA_WIDTH, height);
    }
}
