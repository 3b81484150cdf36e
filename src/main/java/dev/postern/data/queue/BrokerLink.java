package dev.postern.data.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One persistent message per batch, over a connection that is kept and rebuilt after a failure. For one
 * thread at a time, but for {@link #abandon}.
 *
 * <p>The JMS 1.1 API, no transaction: a persistent send returns when the broker has it on disk.
 */
final class BrokerLink implements BatchSink {

    private static final Logger LOG = Logger.getLogger(BrokerLink.class.getName());

    private final ConnectionFactory factory;
    private final Queue queue;
    private volatile @Nullable Open open;
    private volatile boolean abandoned;

    BrokerLink(ConnectionFactory factory, Queue queue) {
        this.factory = factory;
        this.queue = queue;
    }

    @Override
    public void deliver(Batch batch) {
        try {
            Open current = opened();
            current.producer.send(current.session.createTextMessage(batch.payload()));
        } catch (JMSException | RuntimeException e) {
            close();
            throw new DeliveryFailed("the broker did not take a batch", e);
        }
    }

    /** Whether the broker answers: opens a connection if there is none. */
    void probe() {
        try {
            opened();
        } catch (JMSException | RuntimeException e) {
            close();
            throw new DeliveryFailed("the broker does not answer", e);
        }
    }

    /** Nobody waits for this link any more: whatever it still opens, it closes again. */
    void abandon() {
        abandoned = true;
        close();
    }

    void close() {
        Open last = open;
        open = null;
        if (last != null) {
            closeQuietly(last.connection);
        }
    }

    private Open opened() throws JMSException {
        Open current = open;
        if (current == null) {
            current = connect();
            open = current;
        }
        if (abandoned) {
            throw new JMSException("too late");
        }
        return current;
    }

    private Open connect() throws JMSException {
        Connection connection = factory.createConnection();
        try {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(queue);
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            return new Open(connection, session, producer);
        } catch (JMSException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (JMSException | RuntimeException e) {
            LOG.log(Level.FINE, "A broken connection did not close", e);
        }
    }

    private record Open(Connection connection, Session session, MessageProducer producer) {}
}
