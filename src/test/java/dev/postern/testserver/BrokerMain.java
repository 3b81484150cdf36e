package dev.postern.testserver;

import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;

/** An ActiveMQ broker as a process of its own; the argument is its configuration in ActiveMQ's notation. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        BrokerService broker = BrokerFactory.createBroker(arguments[0], true);
        broker.waitUntilStarted();
        System.out.println("Broker is ready");
        broker.waitUntilStopped();
    }
}
