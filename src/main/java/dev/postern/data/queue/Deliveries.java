package dev.postern.data.queue;

import dev.postern.data.StoreUnavailable;
import dev.postern.platform.Service;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How a worker takes a message from the queue.
 *
 * <p>The message alone is in the container's transaction, what the worker does is not: after its work the message is acknowledged,
 * after a failure it is rolled back and comes again. A crash in between delivers it a second time, so that workers must pass over
 * what they have done. With bean-managed transactions ActiveMQ's adapter would acknowledge the message although the bean failed.
 */
@Service
public class Deliveries {

    private static final Logger LOG = Logger.getLogger(Deliveries.class.getName());

    private final DeadLetters deadLetters;

    @Inject
    Deliveries(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** What a worker does with the documents of a message, one a line. */
    @FunctionalInterface
    public interface Work {
        /** @throws Exception if the message must come again */
        void on(String payload) throws Exception;
    }

    public void deliver(String queue, Message message, MessageDrivenContext context, Work work) {
        try {
            String payload = text(message);
            if (payload == null) {
                deadLetters.park(queue, message.getClass().getSimpleName(), "not a text message");
            } else {
                work.on(payload);
            }
        } catch (RuntimeException e) {
            context.setRollbackOnly();
            Level level = e instanceof StoreUnavailable ? Level.WARNING : Level.SEVERE;
            LOG.log(level, e, () -> "A message of " + queue + " could not be processed and will come again");
        } catch (Exception e) {
            context.setRollbackOnly();
            LOG.log(
                    Level.WARNING,
                    "A message of {0} could not be processed and will come again: {1}: {2}",
                    new Object[] {queue, e.getMessage(), e.getCause()});
        }
    }

    private static @org.jspecify.annotations.Nullable String text(Message message) throws JMSException {
        return message instanceof TextMessage text ? text.getText() : null;
    }
}
