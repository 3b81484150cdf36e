package dev.postern.benchmark.load;

import dev.postern.benchmark.setup.Target;
import java.net.InetSocketAddress;

/** What each virtual user does again and again. */
public interface Scenario {

    /** Such as S1. */
    String id();

    String description();

    /** Where the requests of users go. */
    default InetSocketAddress address(Target target) {
        return target.address();
    }

    /** Brings a user to the point from which operations can start; not measured. Called before each phase, and after an error. */
    default void prepare(VirtualUser user) {}

    /** One operation, checked. @throws WrongAnswer if an answer is not as it must be */
    void operate(VirtualUser user);
}
