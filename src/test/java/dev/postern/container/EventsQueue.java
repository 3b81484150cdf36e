package dev.postern.container;

import dev.postern.data.RequiredResources;
import dev.postern.data.queue.EventRecord;
import dev.postern.platform.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The queue of events as the server gives it, past our publisher, so that a batch can be sent a second time. */
@Dependent
public class EventsQueue {

    private final ConnectionFactory factory = RequiredResources.named("jms/postern/factory", ConnectionFactory.class);
    private final Queue events = RequiredResources.named("jms/postern/events", Queue.class);

    void send(EventRecord... batch) throws JMSException {
        String payload = Arrays.stream(batch).map(Json::write).collect(Collectors.joining("\n"));
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(events).send(session.createTextMessage(payload));
        }
    }
}
