package dev.casesaudit.server;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.SettingsCheck;
import dev.casesaudit.server.fixture.Fixtures;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.world.WorldStore;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Does at the start what could go wrong, so that a server which starts can serve. */
@ApplicationScoped
class StartUp {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    // Before the parts that are made of settings, which would each say only what they themselves lack.
    void check(@Observes @Priority(1) Filters event) {
        SettingsCheck.check(ConfigProvider.getConfig(), System.getenv());
    }

    // What is asked for and not used here is made, and so its settings are checked, before a request does it.
    void start(@Observes StartupEvent event, CasesConfig config, Pages pages, WorldStore store, Fixtures fixtures) {
        warnOfOpenDoors(config);
        warnOfFewOpenFiles(config);
        fixtures.load();
    }

    private static void warnOfOpenDoors(CasesConfig config) {
        if (!config.control().enabled() || config.control().token().isPresent()) {
            return;
        }
        String host = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        if (config.auth().mode() != CasesConfig.AuthMode.NONE) {
            LOG.warn(
                    "The control API has no token, although the operation requires signatures: whoever reaches it can read"
                            + " and change the world. Set cases.control.token, or cases.control.enabled=false.");
        } else if (!isLoopback(host)) {
            LOG.warnf(
                    "The control API has no token: whoever reaches %s can read and change the world. Set"
                            + " cases.control.token, or cases.control.enabled=false.",
                    host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Which ends the start in a moment.
            return true;
        }
    }

    // Linux only: elsewhere the limit is not known before it is reached.
    private static void warnOfFewOpenFiles(CasesConfig config) {
        OpenFiles.limit().ifPresent(limit -> {
            if (limit - OpenFiles.OWN < config.limits().connections()) {
                LOG.warnf(
                        "The limit of open files, %d, leaves room for about %d connections, fewer than"
                                + " cases.limits.connections. Raise it (ulimit -n), or set that lower.",
                        limit, limit - OpenFiles.OWN);
            }
        });
    }
}
