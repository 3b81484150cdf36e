package dev.postern.data.queue;

import java.util.List;

/**
 * What travels as one message: JSON documents, one a line.
 *
 * @param id makes the row in the spill table unique
 */
record Batch(String id, String queue, String payload, int records) {

    static Batch of(String id, String queue, List<String> documents) {
        return new Batch(id, queue, String.join("\n", documents), documents.size());
    }
}
