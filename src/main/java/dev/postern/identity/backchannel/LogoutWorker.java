package dev.postern.identity.backchannel;

import dev.postern.data.queue.Deliveries;
import dev.postern.data.queue.MessageQueue;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** The Authorization Server (B5) takes back from the queue (B11) the logouts that it must tell applications. */
@MessageDriven(
        name = "LogoutWorker",
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"))
public class LogoutWorker implements MessageListener {

    @Inject
    Deliveries deliveries;

    @Inject
    LogoutIntake intake;

    @Resource
    MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        deliveries.deliver(MessageQueue.LOGOUTS, message, context, intake::deliver);
    }
}
