package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Words;
import dev.postern.picture.Hop;
import dev.postern.picture.HopRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The hops of a sign-in as a list: what, between whom, with which labels, when. A hop that only repeats itself is shown once. */
record HopList(Words words, List<HopRecord> records) {

    boolean isEmpty() {
        return records.isEmpty();
    }

    String html() {
        Instant start = records.get(0).at();
        Set<String> shown = new HashSet<>();
        StringBuilder list = new StringBuilder("<ol class=\"hops\">\n");
        for (HopRecord record : records) {
            if (shown.add(record.hop() + " " + record.detail())) {
                list.append(item(record, start));
            }
        }
        return list.append("</ol>\n").toString();
    }

    private String item(HopRecord record, Instant start) {
        Hop hop = record.hop();
        String labels = String.join(" · ", hop.labels());
        return "<li data-hop=\"%s\"><b>%s</b><span>%s → %s</span> <time>+%s s</time><br>%s<code>%s</code><code>%s</code></li>\n"
                .formatted(
                        hop.name(),
                        hop.name(),
                        hop.from().name(),
                        hop.boxes().get(hop.boxes().size() - 1).name(),
                        seconds(Duration.between(start, record.at())),
                        Html.escape(description(hop)),
                        Html.escape(labels),
                        Html.escape(record.detail()));
    }

    private String description(Hop hop) {
        if (words.language().equals(Locale.ENGLISH)) {
            return hop.description();
        }
        Words labels = Words.of("labels", words.language());
        String key = "hop." + hop.name() + ".description";
        return labels.has(key) ? labels.text(key) : hop.description();
    }

    private static String seconds(Duration offset) {
        return String.format(Locale.ROOT, "%.3f", offset.toNanos() / 1e9);
    }
}
