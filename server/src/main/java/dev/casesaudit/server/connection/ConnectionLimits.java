package dev.casesaudit.server.connection;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** The limits of connections. */
record ConnectionLimits(
        int line, int headers, long bodies, Duration idle, Duration read, int connections, Duration stopping) {

    // Parsing a JSON body needs several times its size.
    private static final int SHARE_OF_BODIES = 8;

    /** Returns the configured limits. */
    static ConnectionLimits of(CasesConfig.Limits configured) {
        return new ConnectionLimits(
                (int) configured.line().asLongValue(),
                (int) configured.headers().asLongValue(),
                configured
                        .bodies()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_BODIES),
                configured.idle(),
                configured.read(),
                configured.connections(),
                configured.stopping());
    }
}
