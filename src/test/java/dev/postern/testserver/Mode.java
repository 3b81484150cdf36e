package dev.postern.testserver;

/** With which parts a test server runs. */
public enum Mode {

    /** What {@code mvn -Prun} has: H2 file, embedded broker, in-process cache, mail to the log. */
    EMBEDDED,

    /** PostgreSQL, Redis, an ActiveMQ broker in its own process, and an SMTP server in the test JVM. */
    PRODUCTION_PARTS
}
