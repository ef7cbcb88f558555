package dev.casesaudit.server.connection;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.time.Duration;

/** What connections may take up. */
record ConnectionLimits(
        int line, int headers, long bodies, Duration idle, Duration read, int connections, Duration stopping) {

    // To read a body of JSON takes several times its bytes.
    private static final int SHARE_OF_BODIES = 8;

    /** Returns them as they are configured. */
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
