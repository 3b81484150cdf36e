package dev.postern.client.webapp;

import dev.postern.page.Html;
import dev.postern.page.Words;
import dev.postern.picture.Hop;
import dev.postern.picture.HopRecord;
import dev.postern.picture.PictureWords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The hops of a sign-in as a list: which, when, between whom, with which labels. A hop that only repeats itself is shown once.
 *
 * @param picture where the picture is: each hop leads to its line there
 */
record HopList(PictureWords words, String picture, List<HopRecord> records) {

    HopList(Words words, String picture, List<HopRecord> records) {
        this(PictureWords.in(words.language()), picture, records);
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    String html() {
        Instant start = records.get(0).at();
        Set<String> shown = new HashSet<>();
        StringBuilder list = new StringBuilder("<ol class=\"hops\">\n");
        for (HopRecord record : records) {
            if (shown.add(record.hop() + " " + record.from() + " " + record.detail())) {
                list.append(item(record, start));
            }
        }
        return list.append("</ol>\n").toString();
    }

    private String item(HopRecord record, Instant start) {
        Hop hop = record.hop();
        return """
                <li data-hop="%1$s"><b><a href="%2$s#%1$s">%1$s</a></b> <time>+%3$s s</time>
                <div>%4$s<code>%5$s</code></div>
                <div>%6$s<code>%7$s</code></div></li>
                """.formatted(
                        hop.name(),
                        Html.escape(picture),
                        seconds(Duration.between(start, record.at())),
                        Html.escape(words.way(record)),
                        Html.escape(String.join(" · ", words.labels(hop))),
                        Html.escape(words.description(hop)),
                        Html.escape(words.remark(record)));
    }

    private static String seconds(Duration offset) {
        return String.format(Locale.ROOT, "%.3f", offset.toNanos() / 1e9);
    }
}
