package dev.postern.data.queue;

import dev.postern.data.RequiredResources;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;

/** What the server gives the queue: connections, destinations and threads. */
@Dependent
class ServerBroker {

    final ConnectionFactory factory = RequiredResources.named("jms/postern/factory", ConnectionFactory.class);

    final Queue events = RequiredResources.named("jms/postern/events", Queue.class);

    final Queue notifications = RequiredResources.named("jms/postern/notifications", Queue.class);

    final Queue logouts = RequiredResources.named("jms/postern/logouts", Queue.class);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    ManagedThreadFactory threads;
}
