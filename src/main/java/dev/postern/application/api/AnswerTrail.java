package dev.postern.application.api;

import dev.postern.bearer.AccessToken;
import dev.postern.data.queue.Event;
import dev.postern.data.queue.Events;
import dev.postern.picture.Hop;
import dev.postern.picture.HopTrace;
import dev.postern.picture.Remark;
import dev.postern.platform.CurrentRequest;
import dev.postern.platform.Metrics;
import dev.postern.platform.PlatformSettings;
import dev.postern.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** What each answer of the API leaves behind: a count, a hop (H21) and, where a setting asks for it, an audit event. */
@Provider
@ApplicationScoped
public class AnswerTrail implements ContainerResponseFilter {

    @Inject
    HttpServletRequest request;

    @Inject
    Metrics metrics;

    @Inject
    HopTrace hops;

    @Inject
    Events events;

    @Inject
    Settings settings;

    @Override
    public void filter(ContainerRequestContext ask, ContainerResponseContext answer) {
        int status = answer.getStatus();
        metrics.count("postern_api_calls", "outcome", outcome(status));
        hops.passed(
                CurrentRequest.get().traceId(), Hop.H21, Remark.AS_IS, status + " " + ask.getMethod() + " " + path());
        if (status < 400 && settings.get(PlatformSettings.AUDIT_ACCESS)) {
            Callers.of(request).ifPresent(token -> events.publish(audited(token)));
        }
    }

    private static String outcome(int status) {
        if (status < 400) {
            return "success";
        }
        return status < 500 ? "refused" : "failed";
    }

    private Event audited(AccessToken token) {
        return new Event.AccessAudited(
                "api", token.subject(), token.clientId(), token.grantId(), request.getMethod() + " " + path());
    }

    private String path() {
        return request.getRequestURI();
    }
}
