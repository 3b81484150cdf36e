package dev.postern.data.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;

/** What the server gives the queue: connections, destinations and threads; web.xml declares them. */
@Dependent
class ServerBroker {

    @Resource(lookup = "java:comp/env/jms/postern/factory")
    ConnectionFactory factory;

    @Resource(lookup = "java:comp/env/jms/postern/events")
    Queue events;

    @Resource(lookup = "java:comp/env/jms/postern/notifications")
    Queue notifications;

    @Resource(lookup = "java:comp/env/jms/postern/logouts")
    Queue logouts;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory threads;
}
