package dev.postern.picture;

import dev.postern.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The picture's words in one language: English stands in the table itself, other languages in {@code labels_<language>}.
 *
 * <p>Names of protocols and of parameters stay as they are in every language.
 */
public record PictureWords(Words chrome, Optional<Words> labels) {

    public static PictureWords in(Locale language) {
        Words chrome = Words.of("picture", language);
        return new PictureWords(
                chrome,
                chrome.language().equals(Locale.ENGLISH)
                        ? Optional.empty()
                        : Optional.of(Words.of("labels", chrome.language())));
    }

    String title(Zone zone) {
        return translated("zone." + zone.name(), zone.title());
    }

    public String title(Box box) {
        return translated("box." + box.name() + ".title", box.title());
    }

    public String role(Box box) {
        return translated("box." + box.name() + ".role", box.role());
    }

    public String description(Hop hop) {
        return translated("hop." + hop.name() + ".description", hop.description());
    }

    public List<String> labels(Hop hop) {
        return IntStream.range(0, hop.labels().size())
                .mapToObj(i -> label(hop, i))
                .toList();
    }

    /**
     * The way that a request took: the boxes one after the other where each arrow begins at the end of the one before, else from the
     * box that the request was at to all where the hop may end.
     */
    public String way(HopRecord record) {
        Hop hop = record.hop();
        List<Leg> legs = hop.legs();
        boolean chain = IntStream.range(1, legs.size())
                .allMatch(i -> legs.get(i).from() == legs.get(i - 1).to());
        return chain
                ? titles(Stream.concat(Stream.of(hop.from()), legs.stream().map(Leg::to)), " → ")
                : title(record.from()) + " → " + titles(legs.stream().map(Leg::to), ", ");
    }

    public String remark(HopRecord record) {
        return Remark.filled(
                translated("remark." + record.remark().name(), record.remark().english()), record.values());
    }

    private String titles(Stream<Box> boxes, String between) {
        return boxes.distinct().map(this::title).collect(Collectors.joining(between));
    }

    /** The labels of one of the hop's legs. */
    List<String> labels(Hop hop, Leg leg) {
        int before = hop.legs().subList(0, hop.legs().indexOf(leg)).stream()
                .mapToInt(earlier -> earlier.labels().size())
                .sum();
        return labels(hop).subList(before, before + leg.labels().size());
    }

    String text(Legend line) {
        return translated("legend." + line.number(), line.text());
    }

    String caption() {
        return translated("caption", Legend.CAPTION);
    }

    private String label(Hop hop, int index) {
        return translated(
                "hop." + hop.name() + ".label." + (index + 1), hop.labels().get(index));
    }

    private String translated(String key, String english) {
        return labels.map(words -> words.text(key)).orElse(english);
    }
}
