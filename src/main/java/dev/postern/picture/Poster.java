package dev.postern.picture;

import dev.postern.page.Html;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The picture as one SVG element: zones, boxes, arrows, labels, callouts, legend and caption. */
final class Poster {
    private static final Lettering NUMBER = new Lettering(10.5, 14);
    private static final Lettering TITLE = new Lettering(30, 36);
    private static final double LEGEND_TOP = 1252;
    private static final double LEGEND_ROOM = 740;

    private final Drawing drawing;
    private final PictureWords words;

    Poster(PictureWords words) {
        this.words = words;
        this.drawing = Drawing.of(words);
    }

    /** The element for a page that brings the stylesheet. */
    String inline() {
        return svg("");
    }

    /** A file that stands alone. */
    String standalone(String css) {
        return svg("<style>\n" + css + "</style>\n");
    }

    private String svg(String style) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 "
                + Svg.number(Layout.WIDTH) + " " + Svg.number(Layout.HEIGHT)
                + "\" role=\"img\" aria-labelledby=\"picture-title picture-story\" lang=\""
                + words.chrome().tag() + "\">\n"
                + "<title id=\"picture-title\">" + Html.escape(words.chrome().text("picture.title")) + "</title>\n"
                + "<desc id=\"picture-story\">" + Html.escape(story()) + "</desc>\n"
                + style + defs() + Svg.rect("ground", new Rect(0, 0, Layout.WIDTH, Layout.HEIGHT), 0)
                + Svg.rect("grain", new Rect(0, 0, Layout.WIDTH, Layout.HEIGHT), 0)
                + heading() + zones() + boxes() + ways() + lettering() + legend() + "</svg>\n";
    }

    private String story() {
        return Arrays.stream(Legend.values()).map(words::text).collect(Collectors.joining(" "));
    }

    private static String defs() {
        String heads = Arrays.stream(Leg.Kind.values())
                .map(kind -> ("<marker id=\"head-%s\" class=\"%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
                                + " markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\""
                                + " orient=\"auto\"><path class=\"head\" d=\"M0 0L10 5L0 10L2.5 5z\"/></marker>\n")
                        .formatted(name(kind), name(kind)))
                .collect(Collectors.joining());
        return "<defs>\n" + heads + "<pattern id=\"dots\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\">"
                + "<circle class=\"dot\" cx=\"10\" cy=\"10\" r=\"0.9\"/></pattern>\n</defs>\n";
    }

    private String heading() {
        StringBuilder text = new StringBuilder();
        text.append(
                Svg.text("title", TITLE, List.of(words.chrome().text("picture.title")), new Point(32, 26), "start"));
        text.append(Svg.text(
                "subtitle",
                Lettering.TALE,
                List.of(words.chrome().text("picture.subtitle")),
                new Point(32, 68),
                "start"));
        double right = Layout.WIDTH - 24;
        for (Leg.Kind kind : List.of(Leg.Kind.EVENT, Leg.Kind.DATA, Leg.Kind.REDIRECT, Leg.Kind.MESSAGE)) {
            String word = words.chrome().text("picture.kind." + name(kind));
            double left = right - Lettering.LABEL.width(word);
            text.append(Svg.text("label", Lettering.LABEL, List.of(word), new Point(left, 50), "start"));
            List<Point> sample = List.of(new Point(left - 46, 57.5), new Point(left - 8, 57.5));
            text.append("<g class=\"hop " + name(kind) + "\">" + Svg.arrow(sample, "head-" + name(kind)) + "</g>\n");
            right = left - 76;
        }
        return text.toString();
    }

    private String zones() {
        return Arrays.stream(Zone.values())
                .map(zone -> {
                    Rect room = Layout.of(zone);
                    String title = words.title(zone).toUpperCase(words.chrome().language());
                    return Svg.rect("zone", room, 14)
                            + Svg.text(
                                    "zone-title",
                                    Lettering.LABEL,
                                    List.of(title),
                                    zone == Zone.APPLICATION
                                            ? new Point(room.right() - 16, room.y() + 12)
                                            : new Point(room.x() + 16, room.y() + 12),
                                    zone == Zone.APPLICATION ? "end" : "start");
                })
                .collect(Collectors.joining());
    }

    private String boxes() {
        return Arrays.stream(Box.values())
                .map(box -> {
                    Face face = Face.of(box, words);
                    return "<g class=\"box\">" + Svg.rect("card", Layout.of(box), 8)
                            + Svg.icon(Icons.of(box), face.icon())
                            + Svg.text(
                                    "name",
                                    Lettering.NAME,
                                    face.name(),
                                    new Point(face.textX(), face.nameTop()),
                                    face.anchor())
                            + Svg.text(
                                    "role",
                                    Lettering.ROLE,
                                    face.role(),
                                    new Point(face.roleX(), face.roleTop()),
                                    face.anchor())
                            + "</g>\n";
                })
                .collect(Collectors.joining());
    }

    private String ways() {
        return drawing.routes().stream().map(this::way).collect(Collectors.joining());
    }

    private String way(Route route) {
        String kind = name(route.leg().kind());
        Hop hop = route.hop();
        String told = hop.name() + " · " + words.title(route.leg().from()) + " → "
                + words.title(route.leg().to()) + " · " + words.description(hop);
        return "<g class=\"hop " + kind + " " + hop.name() + "\">" + Svg.title(told)
                + Svg.arrow(route.points(), "head-" + kind) + "</g>\n";
    }

    private String lettering() {
        String labels = drawing.labels().stream()
                .map(label -> Svg.text(
                        "label " + label.hop().name(),
                        Lettering.LABEL,
                        label.lines(),
                        new Point(label.x(), label.top()),
                        label.anchor()))
                .collect(Collectors.joining());
        String callouts = drawing.callouts().stream()
                .map(callout -> Svg.rect("callout", callout.room(), 9)
                        + Svg.text(
                                "callout-text",
                                Lettering.LABEL,
                                List.of(callout.text()),
                                new Point(
                                        callout.room().centerX(), callout.room().y() + 2),
                                "middle"))
                .collect(Collectors.joining());
        return labels + callouts + drawing.tails().stream().map(this::tail).collect(Collectors.joining());
    }

    private String tail(Tail tail) {
        return "<g class=\"tail " + name(tail.route().leg().kind()) + "\">" + Svg.rect("pill", tail.room(), 7.5)
                + Svg.text(
                        "number",
                        NUMBER,
                        List.of(tail.route().hop().name()),
                        new Point(tail.room().centerX(), tail.room().y() + 0.6),
                        "middle")
                + "</g>\n";
    }

    private String legend() {
        StringBuilder text = new StringBuilder();
        double y = LEGEND_TOP;
        for (Legend line : Legend.values()) {
            List<String> lines = Lettering.TALE.wrap(words.text(line), LEGEND_ROOM);
            text.append("<circle class=\"step\" cx=\"96\" cy=\"" + Svg.number(y + 9) + "\" r=\"9\"/>");
            text.append(Svg.text(
                    "step-number", Lettering.LABEL, List.of("" + line.number()), new Point(96, y + 1.6), "middle"));
            text.append(Svg.text("tale", Lettering.TALE, lines, new Point(116, y), "start"));
            y += Lettering.TALE.height(lines) + 8;
        }
        return text + Svg.text("caption", Lettering.TALE, List.of(words.caption()), new Point(32, 1552), "start");
    }

    private static String name(Leg.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
