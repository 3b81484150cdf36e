package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnhurriedTest {

    private final List<Object> timeouts = new ArrayList<>();

    private Connection connection(boolean refuses) {
        return (Connection) Proxy.newProxyInstance(
                UnhurriedTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("setNetworkTimeout")) {
                        if (refuses) {
                            throw new SQLException("not within a transaction");
                        }
                        timeouts.add(arguments[1]);
                    }
                    return switch (method.getName()) {
                        case "getNetworkTimeout" -> 5_000;
                        case "isClosed" -> false;
                        default -> null;
                    };
                });
    }

    @Test
    void a_connection_waits_longer_until_it_is_closed() throws Exception {
        Unhurried.connection(connection(false), Duration.ofMinutes(1)).close();
        assertThat(timeouts).containsExactly(60_000, 5_000);
    }

    @Test
    void a_server_that_refuses_that_still_gives_its_connection() throws Exception {
        Connection given = connection(true);
        assertThat(Unhurried.connection(given, Duration.ofMinutes(1))).isSameAs(given);
        given.close();
        assertThat(timeouts).isEmpty();
    }
}
