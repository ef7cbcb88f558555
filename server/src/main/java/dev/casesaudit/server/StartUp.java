package dev.casesaudit.server;

import dev.casesaudit.server.fixture.Fixtures;
import dev.casesaudit.server.page.Pages;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Does at the start what could go wrong, so that a server which starts can serve. */
@ApplicationScoped
class StartUp {

    // Pages are asked for, though not used here: that makes them, and so checks the token key, before a request does.
    void start(@Observes StartupEvent event, Pages pages, Fixtures fixtures) {
        fixtures.load();
    }
}
