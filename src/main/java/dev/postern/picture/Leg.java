package dev.postern.picture;

import java.util.List;

/** One arrow of a hop, from one box to the next, with the labels that stand on it. */
public record Leg(Box from, Box to, Kind kind, List<String> labels) {

    /** What travels on the arrow; the picture gives each kind its own line. */
    public enum Kind {
        /** A request or an answer. */
        MESSAGE,
        /** A redirect that the browser follows. */
        REDIRECT,
        /** A read or a write of data. */
        DATA,
        /** An event on its way through the queue. */
        EVENT
    }

    public Leg {
        labels = List.copyOf(labels);
    }

    static Leg message(Box from, Box to, String... labels) {
        return new Leg(from, to, Kind.MESSAGE, List.of(labels));
    }

    static Leg redirect(Box from, Box to, String... labels) {
        return new Leg(from, to, Kind.REDIRECT, List.of(labels));
    }

    static Leg data(Box from, Box to, String... labels) {
        return new Leg(from, to, Kind.DATA, List.of(labels));
    }

    static Leg event(Box from, Box to, String... labels) {
        return new Leg(from, to, Kind.EVENT, List.of(labels));
    }
}
