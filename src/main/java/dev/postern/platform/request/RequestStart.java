package dev.postern.platform.request;

import dev.postern.platform.pressure.LoadGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Puts the request filter and the load gate before all others, which annotations cannot say, and the request id into every line that
 * Postern logs.
 */
@WebListener
public class RequestStart implements ServletContextListener {

    private static final Logger OURS = Logger.getLogger("dev.postern");

    private final Handler requestIds = new RequestIdHandler();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        OURS.addHandler(requestIds);
        FilterRegistration.Dynamic filter = event.getServletContext().addFilter("request", RequestFilter.class);
        if (filter != null) { // null: the server's own configuration has declared it already
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(
                    EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, "/*");
        }
        FilterRegistration.Dynamic gate = event.getServletContext().addFilter("load", LoadGate.class);
        if (gate != null) {
            gate.setAsyncSupported(true);
            gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        OURS.removeHandler(requestIds);
    }
}
