package dev.postern.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core: what of a page breaks WCAG 2.2 AA, as far as a program can tell. */
public final class Axe {

    private static final String SCRIPT = script();
    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> CONTRAST = List.of("color-contrast");
    private static final String RUN = """
        async rules => {
          const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
          return found.violations.flatMap(one => one.nodes.map(node => one.id + ': ' + one.help + ' ' + node.html + ' ' + node.failureSummary));
        }
        """;

    private Axe() {}

    /** One line for each violation. */
    public static List<String> violations(Page page) {
        if ("undefined".equals(page.evaluate("typeof axe"))) {
            page.evaluate(SCRIPT);
        }
        return run(page, ALL);
    }

    /** The same for colours alone, of a page that was looked at already: a change of the colour scheme changes nothing else. */
    public static List<String> contrastViolations(Page page) {
        return run(page, CONTRAST);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<String> rules) {
        return (List<String>) page.evaluate(RUN, rules);
    }

    private static String script() {
        try (InputStream content = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
