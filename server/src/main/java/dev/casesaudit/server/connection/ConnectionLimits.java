package dev.casesaudit.server.connection;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.http.MemoryShares;
import java.time.Duration;

/** The limits of connections. */
record ConnectionLimits(
        int line, int headers, long bodies, Duration idle, Duration read, int connections, Duration stopping) {

    /** Returns the configured limits. */
    static ConnectionLimits of(CasesConfig.Limits configured) {
        return new ConnectionLimits(
                (int) configured.line().asLongValue(),
                (int) configured.headers().asLongValue(),
                MemoryShares.requests(configured),
                configured.idle(),
                configured.read(),
                configured.connections(),
                configured.stopping());
    }
}
