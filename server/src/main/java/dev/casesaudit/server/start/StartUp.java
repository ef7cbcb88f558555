package dev.casesaudit.server.start;

import dev.casesaudit.server.auth.AuthSettings;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.config.SettingsCheck;
import dev.casesaudit.server.fixture.Fixtures;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.recording.EventRecorder;
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

/** Does everything that can fail at the start, so that a mock that has started can serve. */
@ApplicationScoped
class StartUp {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    // Before the beans that are built from settings, each of which would report only its own problems.
    void check(@Observes @Priority(1) Filters event, CasesConfig config) {
        SettingsCheck.check(ConfigProvider.getConfig(), System.getenv(), AuthSettings.problems(config.auth()));
    }

    // Injecting these beans creates them, so that their settings are checked before the first request.
    void start(
            @Observes StartupEvent event,
            CasesConfig config,
            Pages pages,
            WorldStore store,
            EventRecorder recorder,
            Fixtures fixtures) {
        warnOfOpenControlApi(config);
        warnOfFewOpenFiles(config);
        fixtures.load();
    }

    private static void warnOfOpenControlApi(CasesConfig config) {
        if (!config.control().enabled() || config.control().token().isPresent()) {
            return;
        }
        String host = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        if (config.auth().mode() != CasesConfig.AuthMode.NONE) {
            LOG.warn(
                    "The control API has no token, although the operation requires signatures: anybody who can connect to it can read"
                            + " and change the world. Set cases.control.token, or cases.control.enabled=false.");
        } else if (!isLoopback(host)) {
            LOG.warnf(
                    "The control API has no token: anybody who can connect to %s can read and change the world. Set"
                            + " cases.control.token, or cases.control.enabled=false.",
                    host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // The start fails right after this.
            return true;
        }
    }

    // Linux only: elsewhere the limit cannot be read.
    private static void warnOfFewOpenFiles(CasesConfig config) {
        OpenFiles.limit().ifPresent(limit -> {
            if (limit - OpenFiles.OWN < config.limits().connections()) {
                LOG.warnf(
                        "The limit of open files, %d, leaves room for about %d connections, fewer than"
                                + " cases.limits.connections. Raise the limit of open files (ulimit -n), or lower that setting.",
                        limit, limit - OpenFiles.OWN);
            }
        });
    }
}
