package dev.postern.picture;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes: all of the drawing is monospaced, so that this is known without a font at hand. */
record Lettering(double size, double lineHeight) {
    /** Widths of monospaced characters are 0.55 to 0.605 of their size; the drawing is set to this width. */
    private static final double ADVANCE = 0.605;

    static final Lettering LABEL = new Lettering(12, 15);
    static final Lettering NAME = new Lettering(13, 17);
    static final Lettering ROLE = new Lettering(11, 14);
    static final Lettering TALE = new Lettering(12.5, 17);

    double width(String text) {
        return text.codePointCount(0, text.length()) * size * ADVANCE;
    }

    double width(List<String> lines) {
        return lines.stream().mapToDouble(this::width).max().orElse(0);
    }

    double height(List<String> lines) {
        return lines.size() * lineHeight;
    }

    /**
     * Breaks a text at its spaces into lines that fit; a word that is wider than that stands alone.
     *
     * <p>A {@code +} or {@code /} stays with what follows it.
     */
    List<String> wrap(String text, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<![+/]) ", -1)) {
            if (line.length() > 0 && width(line + " " + word) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
