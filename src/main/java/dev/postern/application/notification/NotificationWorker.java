package dev.postern.application.notification;

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
 * The Notification Worker (B15): takes notifications from the queue; one that cannot be mailed now is rolled back and comes again
 * after a growing pause.
 */
@MessageDriven(
        name = "NotificationWorker",
        activationConfig =
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"))
public class NotificationWorker implements MessageListener {

    private static final Logger LOG = Logger.getLogger(NotificationWorker.class.getName());

    @Inject
    NotificationIntake intake;

    @Resource
    MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            if (message instanceof TextMessage text && text.getText() != null) {
                intake.deliver(text.getText());
            } else {
                intake.parkUnreadable(message.getClass().getSimpleName());
            }
        } catch (MailNotSent e) {
            context.setRollbackOnly();
            LOG.log(Level.WARNING, "A mail will be tried again: {0}: {1}", new Object[] {e.getMessage(), e.getCause()});
        } catch (JMSException | RuntimeException e) {
            context.setRollbackOnly();
            LOG.log(Level.WARNING, "A notification could not be processed and will come again", e);
        }
    }
}
