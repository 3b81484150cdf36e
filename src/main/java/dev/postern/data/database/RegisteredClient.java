package dev.postern.data.database;

import java.time.Instant;

/**
 * A client with what the register knows of it.
 *
 * @param owner who may change it: {@code console}, {@code registration}, {@code built-in}, {@code demo} or {@code file:NAME}
 * @param version counts its changes
 */
public record RegisteredClient(Client client, String owner, long version, Instant createdAt, Instant updatedAt) {

    /** What tells this state from every other of the same id, also after it was deleted and made again. */
    public String revision() {
        long micros = updatedAt.getEpochSecond() * 1_000_000 + updatedAt.getNano() / 1_000;
        return version + "-" + Long.toString(micros, Character.MAX_RADIX);
    }
}
