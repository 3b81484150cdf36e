package dev.postern.application.notification;

import dev.postern.data.queue.Deliveries;
import dev.postern.data.queue.MessageQueue;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The Notification Worker (B15): a notification that cannot be mailed now comes again after a growing pause. */
@MessageDriven(
        name = "NotificationWorker",
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"))
public class NotificationWorker implements MessageListener {

    @Inject
    Deliveries deliveries;

    @Inject
    NotificationIntake intake;

    @Resource
    MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        deliveries.deliver(MessageQueue.NOTIFICATIONS, message, context, intake::deliver);
    }
}
