package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.MemorySize;

/** How much of the heap is for what, where it is not set. */
public final class MemoryShares {

    // What the mock itself takes up, and its journal.
    private static final long OWN = 32L << 20;

    private static final int SMALLEST_SHARE = 8;
    private static final int JOURNAL_SHARE = 16;

    private MemoryShares() {}

    /** What the world may take up: what was measured to leave room for bodies, and for the collector. */
    public static long world(CasesConfig.Limits limits) {
        long heap = Runtime.getRuntime().maxMemory();
        return limits.world()
                .map(MemorySize::asLongValue)
                .orElse(Math.max((heap - OWN) / 3 * 2, heap / SMALLEST_SHARE));
    }

    /** What the journal may take up, however many requests it keeps. */
    public static long journal() {
        return Runtime.getRuntime().maxMemory() / JOURNAL_SHARE;
    }

    /** The largest body of the control API: an export of the largest world fits, also with white space in it. */
    static long controlBody(CasesConfig config) {
        return config.control().body().map(MemorySize::asLongValue).orElse(2 * world(config.limits()));
    }
}
