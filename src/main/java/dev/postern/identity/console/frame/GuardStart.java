package dev.postern.identity.console.frame;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts the guard of the console behind the filters of all pages, which annotations cannot say: its own answers carry their headers too. */
@WebListener
public class GuardStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        add(event.getServletContext(), "console", ConsoleGuard.class, "/console/*");
        add(event.getServletContext(), "faces", Resources.class, "/faces/*");
    }

    private static void add(ServletContext context, String name, Class<? extends Filter> type, String paths) {
        FilterRegistration.Dynamic filter = context.addFilter(name, type);
        if (filter != null) { // null: the server's own configuration has declared it already
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
        }
    }
}
