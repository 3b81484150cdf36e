package dev.postern.picture;

import java.time.Instant;
import java.util.List;

/** One hop that a request really took: from which box, when, and a short remark that holds no secret. */
public record HopRecord(Hop hop, Instant at, Box from, Remark remark, List<String> values) {

    public HopRecord {
        values = List.copyOf(values);
    }

    /** The remark in English. */
    public String detail() {
        return Remark.filled(remark.english(), values);
    }
}
