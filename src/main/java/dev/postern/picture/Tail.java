package dev.postern.picture;

/** The hop's number at the tail of its arrow. */
record Tail(Route route, Rect room) {
    private static final double WIDTH = 30;
    private static final double HEIGHT = 15;
    private static final double OFF = 6;

    static Tail of(Route route) {
        Route.Piece first = route.pieces().get(0);
        double x = first.from().x();
        double y = first.from().y();
        if (first.horizontal()) {
            double left = first.rightwards() ? x + OFF : x - OFF - WIDTH;
            return new Tail(route, new Rect(left, y - HEIGHT / 2, WIDTH, HEIGHT));
        }
        double middle = (y + first.to().y()) / 2;
        double at = first.length() < 60 ? middle : y + Math.signum(first.to().y() - y) * 20;
        return new Tail(route, new Rect(x - WIDTH / 2, at - HEIGHT / 2, WIDTH, HEIGHT));
    }
}
