package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.junit.jupiter.api.Test;

/** What servers do with it is MissingResourceIT's. */
class RequiredResourcesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void what_is_missing_is_named_where_there_is_no_server_at_all() {
        assertThatThrownBy(RequiredResources::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the server has no resource jdbc/postern");
    }

    @Test
    void a_name_that_comes_late_is_waited_for() {
        new RequiredResources(this::thereAtTheThirdTime, LONG, Duration.ZERO).requireAll();
    }

    @Test
    void a_name_that_never_comes_is_not_waited_for_much_longer_than_that() {
        RequiredResources resources = new RequiredResources(this::never, Duration.ZERO, LONG);

        assertThatThrownBy(resources::requireAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the server has no resource jdbc/postern");
    }

    @Test
    void a_service_that_has_not_started_is_waited_for_longer() {
        new RequiredResources(this::startedAtTheThirdTime, Duration.ZERO, LONG).requireAll();
    }

    @Test
    void another_failure_is_not_waited_for() {
        RequiredResources resources = new RequiredResources(this::failing, LONG, LONG);

        assertThatThrownBy(resources::requireAll).hasMessageStartingWith("the server has no resource jdbc/postern");
    }

    private Object thereAtTheThirdTime(String name) throws NamingException {
        return asked.incrementAndGet() < 3 ? never(name) : name;
    }

    private Object startedAtTheThirdTime(String name) throws NamingException {
        if (asked.incrementAndGet() < 3) {
            NamingException starting = new NameNotFoundException(name);
            starting.initCause(new IllegalStateException("the service has not started"));
            throw starting;
        }
        return name;
    }

    private Object never(String name) throws NamingException {
        throw new NameNotFoundException(name);
    }

    private Object failing(String name) throws NamingException {
        throw new NamingException(name);
    }
}
