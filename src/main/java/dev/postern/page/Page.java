package dev.postern.page;

import java.util.Locale;

/**
 * The shell around a page that is written as a string: head, stylesheet, icon.
 *
 * @param root the path that every link starts with, empty or {@code /path}: the issuer's path
 * @param sheet the file name of one more stylesheet, or empty
 */
public record Page(Locale language, String title, String root, String sheet) {

    public Page(Locale language, String title, String root) {
        this(language, title, root, "");
    }

    /** The same page with one more stylesheet of ours. */
    public Page with(String otherSheet) {
        return new Page(language, title, root, otherSheet);
    }

    /** A people's screen: one calm column. The body is HTML that is already escaped. */
    public String column(String body) {
        return html("people", "", "<main class=\"column\" id=\"main\">\n" + body + "\n</main>\n");
    }

    /** A wide page with a bar on top, as the app and the console use. Bar and body are HTML that is already escaped. */
    public String wide(String bar, String body) {
        return wide(mark(), bar, body);
    }

    /** A wide page under a mark of its own instead of the product's. */
    public String wide(String ownMark, String bar, String body) {
        String header = "<header class=\"bar\">" + ownMark + bar + "</header>\n";
        return html("wide", header, "<main class=\"pane\" id=\"main\">\n" + body + "\n</main>\n");
    }

    /** The logo with the product's name. */
    public String mark() {
        return "<span class=\"mark\"><img src=\"" + root
                + "/assets/logo.svg\" alt=\"\" width=\"22\" height=\"22\">Postern</span>";
    }

    private String html(String kind, String header, String main) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="icon" href="%s/assets/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="%s/assets/postern.css">
            %s</head>
            <body class="%s">
            """.formatted(language.toLanguageTag(), Html.escape(title), root, root, extra(), kind)
                + header + main + "</body>\n</html>\n";
    }

    private String extra() {
        return sheet.isEmpty() ? "" : "<link rel=\"stylesheet\" href=\"" + root + "/assets/" + sheet + "\">\n";
    }
}
