package dev.postern.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one arrow across the drawing: straight pieces, each horizontal or vertical.
 *
 * @param wordsRight whether words beside a vertical arrow stand on its right
 */
record Route(Hop hop, Leg leg, List<Point> points, boolean wordsRight) {

    /** A straight piece of a route. */
    record Piece(Point from, Point to) {
        boolean horizontal() {
            return from.y() == to.y();
        }

        double length() {
            return Math.abs(to.x() - from.x()) + Math.abs(to.y() - from.y());
        }

        double left() {
            return Math.min(from.x(), to.x());
        }

        boolean rightwards() {
            return to.x() > from.x();
        }

        /** The room that the line takes, a little wider than it is drawn. */
        Rect room() {
            double top = Math.min(from.y(), to.y());
            return new Rect(left() - 1, top - 1, Math.abs(to.x() - from.x()) + 2, Math.abs(to.y() - from.y()) + 2);
        }
    }

    Route {
        points = List.copyOf(points);
    }

    /** From side to side at one height. */
    static Route straight(Hop hop, int leg, double y) {
        Leg way = hop.legs().get(leg);
        return new Route(hop, way, List.of(new Point(out(way), y), new Point(in(way), y)), true);
    }

    /** Out at one height, along a vertical track, in at another height. */
    static Route across(Hop hop, int leg, double y, double track, double end) {
        Leg way = hop.legs().get(leg);
        return new Route(
                hop,
                way,
                List.of(new Point(out(way), y), new Point(track, y), new Point(track, end), new Point(in(way), end)),
                true);
    }

    /** From top to bottom or the reverse, with the words on the right or on the left. */
    static Route vertical(Hop hop, int leg, double x, boolean wordsRight) {
        Leg way = hop.legs().get(leg);
        Rect from = Layout.of(way.from());
        Rect to = Layout.of(way.to());
        boolean down = to.y() > from.y();
        Point start = new Point(x, down ? from.bottom() : from.y());
        Point end = new Point(x, down ? to.y() : to.bottom());
        return new Route(hop, way, List.of(start, end), wordsRight);
    }

    /** Out to the left, then up into a box from below. */
    static Route corner(Hop hop, int leg, double y, double x) {
        Leg way = hop.legs().get(leg);
        Point start = new Point(Layout.of(way.from()).x(), y);
        return new Route(
                hop,
                way,
                List.of(start, new Point(x, y), new Point(x, Layout.of(way.to()).bottom())),
                true);
    }

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            pieces.add(new Piece(points.get(i - 1), points.get(i)));
        }
        return pieces;
    }

    /** The first of the longest horizontal pieces, where the words stand. */
    Optional<Piece> worded() {
        return pieces().stream().filter(Piece::horizontal).reduce((a, b) -> b.length() > a.length() ? b : a);
    }

    private static double out(Leg leg) {
        Rect from = Layout.of(leg.from());
        return rightwards(leg) ? from.right() : from.x();
    }

    private static double in(Leg leg) {
        Rect to = Layout.of(leg.to());
        return rightwards(leg) ? to.x() : to.right();
    }

    private static boolean rightwards(Leg leg) {
        return Layout.of(leg.to()).x() > Layout.of(leg.from()).x();
    }
}
