package dev.postern.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StylesheetTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final List<String> GROUNDS = List.of("ground", "surface", "sunken");
    private static final List<String> TEXTS = List.of("ink", "soft", "accent", "ok", "warn", "bad");

    private String css = "";

    @BeforeEach
    void read() throws IOException {
        css = Files.readString(Path.of("src/main/webapp/assets/postern.css"));
    }

    @Test
    void stays_under_12_KB_and_loads_nothing_else() {
        assertThat(css.length()).isLessThan(12 * 1024);
        assertThat(css).doesNotContain("@import", "url(", "@font-face");
    }

    @Test
    void text_can_be_read_on_every_ground_in_light_and_dark() {
        for (Map<String, Integer> theme : List.of(light(), dark())) {
            for (String ground : GROUNDS) {
                assertThat(TEXTS)
                        .allSatisfy(text -> assertThat(contrast(theme, text, ground))
                                .as(text + " on " + ground)
                                .isGreaterThanOrEqualTo(4.5));
            }
            assertThat(contrast(theme, "on-accent", "accent")).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void the_edge_of_a_control_can_be_seen() {
        for (Map<String, Integer> theme : List.of(light(), dark())) {
            assertThat(contrast(theme, "edge", "surface")).isGreaterThanOrEqualTo(3.0);
            assertThat(contrast(theme, "edge", "ground")).isGreaterThanOrEqualTo(3.0);
        }
    }

    private Map<String, Integer> light() {
        return colours(css.substring(0, css.indexOf("@media")));
    }

    private Map<String, Integer> dark() {
        int start = css.indexOf("@media (prefers-color-scheme: dark)");
        return colours(css.substring(start, css.indexOf("*, ::before", start)));
    }

    private static Map<String, Integer> colours(String block) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher matcher = COLOUR.matcher(block);
        while (matcher.find()) colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
        return colours;
    }

    /** Contrast ratio of WCAG 2. */
    private static double contrast(Map<String, Integer> theme, String one, String other) {
        double a = luminance(theme.get(one));
        double b = luminance(theme.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
