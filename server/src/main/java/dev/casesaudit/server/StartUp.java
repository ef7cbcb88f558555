package dev.casesaudit.server;

import dev.casesaudit.server.config.SettingsCheck;
import dev.casesaudit.server.fixture.Fixtures;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.world.WorldStore;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.ConfigProvider;

/** Does at the start what could go wrong, so that a server which starts can serve. */
@ApplicationScoped
class StartUp {

    // What is asked for and not used here is made, and so its settings are checked, before a request does it.
    void start(@Observes StartupEvent event, Pages pages, WorldStore store, Fixtures fixtures) {
        SettingsCheck.check(ConfigProvider.getConfig(), System.getenv());
        fixtures.load();
    }
}
