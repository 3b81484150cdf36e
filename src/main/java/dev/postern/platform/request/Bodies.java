package dev.postern.platform.request;

import dev.postern.platform.Service;
import dev.postern.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a body that holds no worker for long. The servers read bodies by blocking, so a body that comes in drops would
 * hold a worker for as long as its sender likes, and a few hundred of them would hold all.
 *
 * <p>A body has a time in which all of it must be there. While it is awaited it counts as slow; a few may be slow at once, others are
 * answered 503. A body that has arrived with its headers, as nearly all do, costs nothing. Whoever reads without blocking holds no
 * worker and is left alone; whoever reads on threads of their own sets {@link BodyLimits} of their own.
 */
@Service
class Bodies {

    private final BodyLimits usual;

    @Inject
    Bodies(Settings settings) {
        this.usual = new BodyLimits(
                settings.get(RequestSettings.MAX_BODY_BYTES),
                settings.get(RequestSettings.BODY_TIMEOUT),
                new Semaphore(settings.get(RequestSettings.MAX_SLOW_BODIES)));
    }

    HttpServletRequest guarded(HttpServletRequest request, HttpServletResponse response) {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody ? new Guarded(request, response) : request;
    }

    private final class Guarded extends HttpServletRequestWrapper {
        private final HttpServletResponse response;
        private @Nullable GuardedBody body;

        Guarded(HttpServletRequest request, HttpServletResponse response) {
            super(request);
            this.response = response;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            GuardedBody begun = body;
            if (begun == null) {
                // What is left of a refused body is not waited for either.
                Runnable refusing = () -> response.setHeader("Connection", "close");
                BodyLimits own = BodyLimits.setOnly(this);
                begun = new GuardedBody(
                        super.getInputStream(), getContentLengthLong(), own == null ? usual : own, refusing);
                body = begun;
            }
            return begun;
        }
    }
}
