package dev.postern.data.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is made durable at once: JSON documents, one a line.
 *
 * @param id makes the row in the journal unique
 */
record Batch(String id, String queue, String payload, int records) {

    static Batch of(String id, String queue, List<String> documents) {
        return new Batch(id, queue, String.join("\n", documents), documents.size());
    }

    /** Batches of one queue in as few messages as may be, each with those that are in it; only a batch that is larger alone exceeds the limit. */
    static Map<Batch, List<Batch>> joined(List<Batch> batches, int mostRecords) {
        Map<Batch, List<Batch>> messages = new LinkedHashMap<>();
        List<Batch> parts = new ArrayList<>();
        int records = 0;
        for (Batch batch : batches) {
            if (!parts.isEmpty() && records + batch.records() > mostRecords) {
                messages.put(joined(parts), parts);
                parts = new ArrayList<>();
                records = 0;
            }
            parts.add(batch);
            records += batch.records();
        }
        if (!parts.isEmpty()) {
            messages.put(joined(parts), parts);
        }
        return messages;
    }

    private static Batch joined(List<Batch> parts) {
        return new Batch(
                parts.get(0).id(),
                parts.get(0).queue(),
                parts.stream().map(Batch::payload).collect(Collectors.joining("\n")),
                parts.stream().mapToInt(Batch::records).sum());
    }
}
