package dev.casesaudit.server.http;

import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * A mock is not ready while it cannot use its store, so that a load balancer asks others. It stays alive: a restart would
 * not help.
 */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {

    private final WorldStore store;

    StoreReadiness(WorldStore store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> problem = store.problem();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("store").status(problem.isEmpty());
        problem.ifPresent(reason -> response.withData("problem", reason));
        return response.build();
    }
}
