package dev.postern.picture;

import java.util.List;

/**
 * Words on the drawing, broken into lines.
 *
 * @param anchor how the lines hang on x: {@code start} or {@code end}
 */
record Label(Hop hop, List<String> lines, double x, double top, String anchor) {
    private static final double GAP = 5;
    private static final double BESIDE = 20;

    /** Above a horizontal line. */
    static Label above(Hop hop, List<String> lines, double x, double y) {
        return new Label(hop, lines, x, y - GAP - Lettering.LABEL.height(lines), "start");
    }

    /** Below a horizontal line. */
    static Label below(Hop hop, List<String> lines, double x, double y) {
        return new Label(hop, lines, x, y + GAP, "start");
    }

    /** Beside a vertical line, around a height. */
    static Label beside(Hop hop, List<String> lines, double x, double y, boolean right) {
        double top = y - Lettering.LABEL.height(lines) / 2;
        return new Label(hop, lines, right ? x + BESIDE : x - BESIDE, top, right ? "start" : "end");
    }

    Rect room() {
        double width = Lettering.LABEL.width(lines);
        double left = anchor.equals("end") ? x - width : x;
        return new Rect(left, top, width, Lettering.LABEL.height(lines));
    }
}
