package dev.postern.application.audit;

import dev.postern.data.queue.Deliveries;
import dev.postern.data.queue.MessageQueue;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The Audit Log Worker (B9): one message is a batch of events (H22 to H23). */
@MessageDriven(
        name = "AuditLogWorker",
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"))
public class AuditLogWorker implements MessageListener {

    @Inject
    Deliveries deliveries;

    @Inject
    AuditIntake intake;

    @Resource
    MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        deliveries.deliver(MessageQueue.EVENTS, message, context, intake::record);
    }
}
