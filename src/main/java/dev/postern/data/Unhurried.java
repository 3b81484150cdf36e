package dev.postern.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections for work behind the scenes. A request gives up soon on a database that hangs (the driver's socket time-out); a
 * migration or a report may take longer. Closing the connection puts the short time-out back.
 */
public final class Unhurried {

    private Unhurried() {}

    /** A data source whose connections wait as long as it takes. */
    public static DataSource dataSource(DataSource hurried) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(hurried, method, arguments);
            return result instanceof Connection connection ? connection(connection, Duration.ZERO) : result;
        });
    }

    /** @param patience how long the driver waits for an answer; zero: for ever */
    static Connection connection(Connection connection, Duration patience) throws SQLException {
        int before = connection.getNetworkTimeout();
        if (!isPatient(connection, patience)) {
            return connection;
        }
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, before);
            }
            return invoke(connection, method, arguments);
        });
    }

    /** A server may refuse it: Open Liberty does so within a transaction, where the short time-out then stays. */
    private static boolean isPatient(Connection connection, Duration patience) {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Call {
        @org.jspecify.annotations.Nullable
        Object on(Method method, Object @org.jspecify.annotations.Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Unhurried.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }

    private static @org.jspecify.annotations.Nullable Object invoke(
            Object target, Method method, Object @org.jspecify.annotations.Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
