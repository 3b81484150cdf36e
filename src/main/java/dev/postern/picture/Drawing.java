package dev.postern.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything on the picture with its place, in one language, before it becomes SVG. */
record Drawing(PictureWords words, List<Route> routes, List<Label> labels, List<Callout> callouts) {
    /** Room for the hop's number at the tail of an arrow, and for its head. */
    private static final double TAIL = 42;

    private static final double HEAD = 16;
    private static final double GAP = 6;

    static Drawing of(PictureWords words) {
        List<Route> routes = Routes.all();
        List<Label> labels =
                routes.stream().flatMap(route -> lettered(route, words)).toList();
        List<Callout> callouts = Stream.of(Hop.values())
                .flatMap(hop -> hop.pkce().stream().map(parameter -> Callout.after(beginning(hop, labels), parameter)))
                .toList();
        return new Drawing(words, routes, labels, callouts);
    }

    /** The number of every arrow. */
    List<Tail> tails() {
        return routes.stream().map(Tail::of).toList();
    }

    /** The label that says what request carries the parameter: the one that names the method. */
    private static Label beginning(Hop hop, List<Label> labels) {
        return labels.stream()
                .filter(label ->
                        label.hop() == hop && String.join(" ", label.lines()).startsWith("HTTPS"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Label> lettered(Route route, PictureWords words) {
        List<String> texts = words.labels(route.hop(), route.leg());
        if (texts.isEmpty()) return Stream.empty();
        Optional<Route.Piece> piece = route.worded();
        return piece.isPresent() ? along(route, piece.get(), texts) : beside(route, texts);
    }

    private static Stream<Label> along(Route route, Route.Piece piece, List<String> texts) {
        double x = piece.left() + TAIL;
        double end = piece.left() + piece.length() - (piece.rightwards() ? HEAD : TAIL);
        // Words never reach into the channel where the tracks to the data boxes run.
        double room = (x < Routes.BUS ? Math.min(end, Routes.BUS - GAP) : end) - x;
        double y = piece.from().y();
        List<Label> labels = new ArrayList<>();
        for (String text : texts) {
            List<String> lines = Lettering.LABEL.wrap(text, room);
            labels.add(
                    labels.isEmpty() ? Label.above(route.hop(), lines, x, y) : Label.below(route.hop(), lines, x, y));
        }
        return labels.stream();
    }

    /** Words beside a vertical arrow stand between the zones that it joins, nearer to its tail. */
    private static Stream<Label> beside(Route route, List<String> texts) {
        Point start = route.points().get(0);
        double y = Layout.of(Zone.APPLICATION).y() - 20;
        return texts.stream()
                .map(text ->
                        Label.beside(route.hop(), Lettering.LABEL.wrap(text, 260), start.x(), y, route.wordsRight()));
    }
}
