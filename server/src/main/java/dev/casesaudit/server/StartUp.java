package dev.casesaudit.server;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.fixture.Fixtures;
import dev.casesaudit.server.page.Pages;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Does at the start what could go wrong, so that a server which starts can serve. */
@ApplicationScoped
class StartUp {

    private static final long SMALLEST_BODY = 1 << 10;
    private static final long LARGEST_BODY = 10 << 20;

    // Pages are asked for, though not used here: that makes them, and so checks the token key, before a request does.
    void start(@Observes StartupEvent event, CasesConfig config, Pages pages, Fixtures fixtures) {
        long body = config.limits().body().asLongValue();
        if (body < SMALLEST_BODY || body > LARGEST_BODY) {
            throw new ConfigurationException("cases.limits.body: expected from 1K to 10M (%d to %d bytes), got %d bytes"
                    .formatted(SMALLEST_BODY, LARGEST_BODY, body));
        }
        fixtures.load();
    }
}
