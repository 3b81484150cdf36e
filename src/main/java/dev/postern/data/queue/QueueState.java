package dev.postern.data.queue;

/**
 * How the Message Queue is.
 *
 * @param waiting requests that wait for their events to become durable
 * @param room how many may wait for one queue; more are answered 503
 * @param journal batches that wait in the journal for a broker, when it was last looked at
 * @param brokerUp whether the last attempt to use the broker went well
 */
public record QueueState(int waiting, int room, long journal, boolean brokerUp) {}
