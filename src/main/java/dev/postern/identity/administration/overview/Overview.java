package dev.postern.identity.administration.overview;

import dev.postern.picture.Box;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system at one moment. @param signatureProvider who computes signatures on this node */
public record Overview(Instant at, String signatureProvider, List<BoxHealth> boxes, List<Figure> figures) {

    /** The figures that somebody should look at, the worst first. */
    public List<Figure> attention() {
        return figures.stream()
                .filter(figure -> figure.condition().needsAttention())
                .sorted(Comparator.comparing(Figure::condition).reversed())
                .toList();
    }

    /** The boxes that somebody should look at for more than their figures say, the worst first. */
    public List<BoxHealth> boxesInNeed() {
        Set<Box> explained =
                attention().stream().map(figure -> figure.measure().box()).collect(Collectors.toSet());
        return boxes.stream()
                .filter(health -> health.condition() == Condition.BAD
                        || (health.condition() == Condition.WATCH && !explained.contains(health.box())))
                .sorted(Comparator.comparing(BoxHealth::condition).reversed())
                .toList();
    }

    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.put("signature_provider", signatureProvider);
        members.put(
                "attention",
                Stream.concat(
                                boxesInNeed().stream().map(BoxHealth::members),
                                attention().stream().map(Figure::members))
                        .toList());
        members.put("boxes", boxes.stream().map(BoxHealth::members).toList());
        members.put("figures", figures.stream().map(Figure::members).toList());
        return members;
    }
}
