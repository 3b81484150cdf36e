package dev.postern.data.queue;

/** Something that makes batches durable: the journal, the broker, or the one after the other. */
@FunctionalInterface
interface BatchSink {

    /** Returns when the batch is durable. @throws DeliveryFailed if it is not, or not known to be */
    void deliver(Batch batch);
}
