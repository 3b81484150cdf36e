package dev.postern.testserver;

import java.util.stream.Stream;

/** With which parts a test server runs. */
public enum Mode {

    /** What {@code mvn -Prun} has: H2 file, embedded broker, in-process cache, mail to the log. */
    EMBEDDED,

    /** PostgreSQL, Redis, an ActiveMQ broker in its own process (or the server's own), and an SMTP server in the test JVM. */
    PRODUCTION_PARTS;

    /** The modes of the product under test, for tests of each: only the runnable jar has embedded parts. */
    public static Stream<Mode> all() {
        return Product.underTest() == Product.RUNNABLE_JAR ? Stream.of(values()) : Stream.of(PRODUCTION_PARTS);
    }

    /** This mode, or what the product under test has in its place. */
    Mode offered() {
        return Product.underTest() == Product.RUNNABLE_JAR ? this : PRODUCTION_PARTS;
    }
}
