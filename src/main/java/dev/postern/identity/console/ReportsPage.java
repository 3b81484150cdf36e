package dev.postern.identity.console;

import dev.postern.data.reporting.SignInMetric;
import dev.postern.page.Html;
import dev.postern.page.Page;
import dev.postern.page.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sign-ins by hour, client, outcome and method, newest hour first, with totals. */
record ReportsPage(
        Locale language, String root, String reader, List<SignInMetric> metrics, Optional<Instant> lastLoad) {

    private static final int MOST_ROWS = 1_000;
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    String html() {
        Words words = Words.of("console", language);
        String title = words.text("reports.title");
        String bar = "<nav><a href=\"" + root + "/console/reports\" aria-current=\"page\">" + Html.escape(title)
                + "</a>" + link(words, "/picture", "nav.picture") + link(words, "/account", "nav.account") + "</nav>"
                + "<span class=\"fine\">" + Html.escape(words.text("nav.reader", reader)) + "</span>"
                + link(words, "/logout", "nav.sign_out");
        String body = "<h1>" + Html.escape(title) + "</h1>\n<p class=\"lead\">"
                + Html.escape(words.text("reports.lead")) + "</p>\n" + totals(words) + table(words)
                + "<p class=\"fine\">" + Html.escape(loaded(words)) + "</p>\n";
        return new Page(language, title, root).wide(bar, body);
    }

    private String link(Words words, String path, String key) {
        return "<a href=\"" + root + path + "\">" + Html.escape(words.text(key)) + "</a>";
    }

    private String loaded(Words words) {
        return lastLoad.map(at -> words.text("reports.loaded", SECOND.format(at)))
                .orElseGet(() -> words.text("reports.never_loaded"));
    }

    private String totals(Words words) {
        return "<p><span class=\"badge ok\">" + Html.escape(words.text("outcome.success")) + " " + total("success")
                + "</span> <span class=\"badge bad\">" + Html.escape(words.text("outcome.failure")) + " "
                + total("failure") + "</span></p>\n";
    }

    private long total(String outcome) {
        return metrics.stream()
                .filter(metric -> metric.outcome().equals(outcome))
                .mapToLong(SignInMetric::signIns)
                .sum();
    }

    private String table(Words words) {
        if (metrics.isEmpty()) {
            return "<p class=\"state\">" + Html.escape(words.text("reports.none")) + "</p>\n";
        }
        String rows = metrics.stream()
                .limit(MOST_ROWS)
                .map(metric -> row(metric, words))
                .collect(Collectors.joining());
        long all = metrics.stream().mapToLong(SignInMetric::signIns).sum();
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
                + Html.escape(words.text("reports.caption")) + "\"><table class=\"stack\">\n<caption>"
                + Html.escape(words.text("reports.caption")) + "</caption>\n<thead><tr>"
                + heading(words, "hour") + heading(words, "client") + heading(words, "outcome")
                + heading(words, "method") + "<th scope=\"col\" class=\"num\">"
                + Html.escape(words.text("column.sign_ins"))
                + "</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n<tfoot><tr><th scope=\"row\" colspan=\"4\">"
                + Html.escape(words.text("reports.total")) + "</th><td class=\"num\">" + all
                + "</td></tr></tfoot>\n</table></div>\n";
    }

    private static String heading(Words words, String column) {
        return "<th scope=\"col\">" + Html.escape(words.text("column." + column)) + "</th>";
    }

    private static String row(SignInMetric metric, Words words) {
        boolean success = metric.outcome().equals("success");
        String client = metric.clientId().isEmpty() ? "–" : metric.clientId();
        return "<tr><th scope=\"row\"><time datetime=\"" + metric.hour() + "\">" + HOUR.format(metric.hour())
                + "</time></th><td>" + Html.escape(client)
                + "</td><td><span class=\"badge " + (success ? "ok" : "bad") + "\">"
                + Html.escape(words.text(success ? "outcome.success" : "outcome.failure")) + "</span></td><td>"
                + Html.escape(method(metric.method(), words)) + "</td><td class=\"num\">" + metric.signIns()
                + "</td></tr>\n";
    }

    private static String method(String method, Words words) {
        return method.equals("password") ? words.text("method.password") : method;
    }
}
