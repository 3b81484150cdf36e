package dev.postern.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The hops of one trace; what comes after the bound is dropped. */
final class Trail {
    static final int HOPS = 500;
    static final int VALUE = 200;

    private final List<HopRecord> records = new ArrayList<>();

    synchronized void add(HopRecord record) {
        if (records.size() < HOPS) records.add(shortened(record));
    }

    synchronized List<HopRecord> inOrder() {
        return records.stream().sorted(Comparator.comparing(HopRecord::at)).toList();
    }

    private static HopRecord shortened(HopRecord record) {
        List<String> values = record.values().stream()
                .map(value -> value.length() <= VALUE ? value : value.substring(0, VALUE))
                .toList();
        return new HopRecord(record.hop(), record.at(), record.from(), record.remark(), values);
    }
}
