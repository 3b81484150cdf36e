package dev.postern.picture;

import dev.postern.page.Html;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small pieces of SVG as text: every number short, every text escaped. */
final class Svg {
    private Svg() {}

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String rect(String kind, Rect room, double round) {
        return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                .formatted(
                        kind,
                        number(room.x()),
                        number(room.y()),
                        number(room.width()),
                        number(room.height()),
                        number(round));
    }

    /** Lines of text below each other, each as wide as its lettering says, whatever font is at hand. */
    static String text(String kind, Lettering lettering, List<String> lines, Point top, String anchor) {
        StringBuilder text = new StringBuilder("<text class=\"" + kind + "\" font-size=\"" + number(lettering.size())
                + "\" text-anchor=\"" + anchor + "\">");
        double baseline = top.y() + lettering.lineHeight() * 0.78;
        for (String line : lines) {
            text.append("<tspan x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</tspan>"
                    .formatted(number(top.x()), number(baseline), number(lettering.width(line)), Html.escape(line)));
            baseline += lettering.lineHeight();
        }
        return text.append("</text>\n").toString();
    }

    /** A line through points, with a head at its end. */
    static String arrow(List<Point> points, String head) {
        String path = points.stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining("L", "M", ""));
        return "<path class=\"under\" d=\"" + path + "\"/><path class=\"way\" d=\"" + path + "\" marker-end=\"url(#"
                + head + ")\"/>";
    }

    static String icon(String strokes, Point at) {
        return "<path class=\"icon\" transform=\"translate(" + number(at.x()) + " " + number(at.y()) + ")\" d=\""
                + strokes + "\"/>\n";
    }

    static String title(String text) {
        return "<title>" + Html.escape(text) + "</title>";
    }
}
