package dev.casesaudit.server.connection;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.http.SizeLimit;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Locale;

/** What connections may take up, within its ranges. */
record ConnectionLimits(
        int line, int headers, long bodies, Duration idle, Duration read, int connections, Duration stopping) {

    private static final String LARGEST_HEAD = "1M";
    private static final String MOST_BODIES = "64G";

    // To read a body of JSON takes several times its bytes.
    private static final int SHARE_OF_BODIES = 8;

    private static final int MOST_CONNECTIONS = 100_000;
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * Returns them as they are configured.
     *
     * @throws ConfigurationException if one is out of its range
     */
    static ConnectionLimits of(CasesConfig.Limits configured) {
        return new ConnectionLimits(
                (int) SizeLimit.of("cases.limits.line", configured.line(), LARGEST_HEAD),
                (int) SizeLimit.of("cases.limits.headers", configured.headers(), LARGEST_HEAD),
                configured
                        .bodies()
                        .map(size -> SizeLimit.of("cases.limits.bodies", size, MOST_BODIES))
                        .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_BODIES),
                upToAnHour("cases.limits.idle", configured.idle(), 100),
                upToAnHour("cases.limits.read", configured.read(), 100),
                connections(configured.connections()),
                upToAnHour("cases.limits.stopping", configured.stopping(), 0));
    }

    private static Duration upToAnHour(String key, Duration configured, int leastMillis) {
        if (configured.compareTo(Duration.ofMillis(leastMillis)) < 0 || configured.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    String.format(Locale.ROOT, "%s: expected from %dms to 1h, got %s", key, leastMillis, configured));
        }
        return configured;
    }

    private static int connections(int configured) {
        if (configured < 1 || configured > MOST_CONNECTIONS) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT,
                    "cases.limits.connections: expected from 1 to %d, got %d",
                    MOST_CONNECTIONS,
                    configured));
        }
        return configured;
    }
}
