package dev.postern.application.audit;

import dev.postern.data.StoreUnavailable;
import dev.postern.data.queue.MessageQueue;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The Audit Log Worker (B9): one message is a batch of events (H22 to H23).
 *
 * <p>The message alone is in the container's transaction, the table is not: after the insertion the message is acknowledged, after
 * a failure it is rolled back and comes again. A crash in between delivers it a second time, and the insertion passes over what is
 * there. With bean-managed transactions ActiveMQ's adapter would acknowledge the message although the bean failed.
 */
@MessageDriven(
        name = "AuditLogWorker",
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"))
public class AuditLogWorker implements MessageListener {

    private static final Logger LOG = Logger.getLogger(AuditLogWorker.class.getName());

    @Inject
    AuditIntake intake;

    @Resource
    MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            if (message instanceof TextMessage text && text.getText() != null) {
                intake.record(text.getText());
            } else {
                intake.parkUnreadable(MessageQueue.EVENTS, message.getClass().getSimpleName());
            }
        } catch (JMSException | RuntimeException e) {
            context.setRollbackOnly();
            Level level = e instanceof StoreUnavailable ? Level.WARNING : Level.SEVERE;
            LOG.log(level, "A batch of events could not be recorded and will come again", e);
        }
    }
}
