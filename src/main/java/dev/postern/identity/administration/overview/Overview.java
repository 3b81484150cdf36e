package dev.postern.identity.administration.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The system at one moment. @param signatureProvider who computes signatures on this node */
public record Overview(Instant at, String signatureProvider, List<BoxHealth> boxes, List<Figure> figures) {

    /** The figures that somebody should look at, the worst first. */
    public List<Figure> attention() {
        return figures.stream()
                .filter(figure -> figure.condition().needsAttention())
                .sorted(Comparator.comparing(Figure::condition).reversed())
                .toList();
    }

    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", at.toString());
        members.put("signature_provider", signatureProvider);
        members.put("boxes", boxes.stream().map(BoxHealth::members).toList());
        members.put("figures", figures.stream().map(Figure::members).toList());
        return members;
    }
}
