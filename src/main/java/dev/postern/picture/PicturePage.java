package dev.postern.picture;

import dev.postern.page.Html;
import dev.postern.page.Languages;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page around the picture: the drawing, and the same as text for whoever cannot or does not want to look at it.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 */
record PicturePage(PictureWords words, String root) {

    String html() {
        String title = words.chrome().text("picture.title") + " · Postern";
        return new Page(words.chrome().language(), title, root)
                .with("picture.css")
                .wide(bar(), drawing() + legend() + hops() + boxes());
    }

    private String bar() {
        String links = Languages.WRITTEN.stream().map(this::link).collect(Collectors.joining());
        return "<nav aria-label=\"" + text("page.language") + "\">" + links + "</nav>";
    }

    private String link(Locale language) {
        String tag = language.toLanguageTag();
        String current = language.equals(words.chrome().language()) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + root + "/picture?lang=" + tag + "\" lang=\"" + tag + "\" hreflang=\"" + tag + "\""
                + current + ">" + Html.escape(language.getDisplayLanguage(language)) + "</a>";
    }

    private String drawing() {
        return "<h1 class=\"unseen\">" + text("picture.title") + "</h1>\n<p class=\"fine narrow\">"
                + text("page.scroll")
                + "</p>\n<div class=\"canvas\" tabindex=\"0\" role=\"group\" aria-label=\"" + text("page.title")
                + "\">\n"
                + new Poster(words).inline() + "</div>\n";
    }

    private String legend() {
        String lines = Arrays.stream(Legend.values())
                .map(line -> "<li>" + Html.escape(words.text(line)) + "</li>\n")
                .collect(Collectors.joining());
        return "<section class=\"card\"><h2>" + text("page.legend") + "</h2>\n<ol>\n" + lines
                + "</ol>\n<p class=\"fine\">" + Html.escape(words.caption()) + "</p></section>\n";
    }

    private String hops() {
        String rows = Arrays.stream(Hop.values())
                .map(hop -> "<tr id=\"" + hop.name() + "\"><th scope=\"row\">" + hop.name() + "</th><td>" + way(hop)
                        + "</td><td>"
                        + words.labels(hop).stream()
                                .map(label -> "<code>" + Html.escape(label) + "</code>")
                                .collect(Collectors.joining("<br>"))
                        + "</td><td>" + Html.escape(words.description(hop)) + "</td></tr>\n")
                .collect(Collectors.joining());
        return table("page.hops", "page.hops.caption", rows, "page.hop", "page.way", "page.labels", "page.what");
    }

    private String way(Hop hop) {
        return hop.legs().stream()
                .map(leg -> Html.escape(words.title(leg.from()) + " → " + words.title(leg.to())))
                .collect(Collectors.joining("<br>"));
    }

    private String boxes() {
        String rows = Arrays.stream(Box.values())
                .map(box -> "<tr><th scope=\"row\">" + Html.escape(words.title(box)) + "</th><td>"
                        + Html.escape(words.title(box.zone())) + "</td><td>" + Html.escape(words.role(box))
                        + "</td></tr>\n")
                .collect(Collectors.joining());
        return table("page.boxes", "page.boxes.caption", rows, "page.box", "page.zone", "page.role");
    }

    private String table(String title, String caption, String rows, String... columns) {
        String heads = Arrays.stream(columns)
                .map(column -> "<th scope=\"col\">" + text(column) + "</th>")
                .collect(Collectors.joining());
        return "<h2>" + text(title) + "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\""
                + text(title)
                + "\"><table><caption>" + text(caption) + "</caption><thead><tr>" + heads
                + "</tr></thead><tbody>\n" + rows + "</tbody></table></div>\n";
    }

    private String text(String key) {
        Words chrome = words.chrome();
        return Html.escape(chrome.text(key));
    }
}
