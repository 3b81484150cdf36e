package dev.postern.browser.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server has written, before a browser repairs it. */
final class Markup {

    private static final Pattern TAG = Pattern.compile(
            "<!--.*?-->|<script[^>]*>.*?</script>|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>", Pattern.DOTALL);
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private Markup() {}

    /** The first end tag that ends something else than what is open, with what stands before it. */
    static Optional<String> unbalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            String name = tags.group(2);
            if (name == null || VOID.contains(name) || !tags.group(3).isEmpty()) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(name);
            } else if (!name.equals(open.poll())) {
                return Optional.of(html.substring(Math.max(0, tags.start() - 80), tags.end()));
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("the end: " + open);
    }
}
