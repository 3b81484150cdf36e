package dev.postern.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The same checks for the server's own health page (MicroProfile Health). */
@Readiness
@ApplicationScoped
public class ServerReadiness implements HealthCheck {

    @Inject
    HealthChecks checks;

    @Override
    public HealthCheckResponse call() {
        Health health = checks.now();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("postern").status(health.isReady()).withData("degraded", health.isDegraded());
        health.checks()
                .forEach(check -> response.withData(check.name(), check.state().wire()));
        return response.build();
    }
}
