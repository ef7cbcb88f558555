package dev.casesaudit.server.http;

import dev.casesaudit.server.config.CasesConfig;
import io.quarkus.runtime.configuration.MemorySize;

/** The default shares of the heap. */
public final class MemoryShares {

    // For the mock itself and its journal.
    private static final long OWN = 32L << 20;

    private static final int SMALLEST_SHARE = 8;
    private static final int JOURNAL_SHARE = 16;

    // Parsing a JSON body needs several times its size.
    private static final int REQUESTS_SHARE = 8;

    private MemoryShares() {}

    /**
     * Returns the memory for the world. Measurements showed that the default leaves enough room for bodies and garbage
     * collection.
     */
    public static long world(CasesConfig.Limits limits) {
        long heap = Runtime.getRuntime().maxMemory();
        return limits.world()
                .map(MemorySize::asLongValue)
                .orElse(Math.max((heap - OWN) / 3 * 2, heap / SMALLEST_SHARE));
    }

    /** Returns the memory for all requests that are in flight. */
    public static long requests(CasesConfig.Limits limits) {
        return limits.bodies()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / REQUESTS_SHARE);
    }

    /** Returns the memory for the journal, however many requests it keeps. */
    public static long journal() {
        return Runtime.getRuntime().maxMemory() / JOURNAL_SHARE;
    }

    /**
     * Returns the largest body of the control API. The default accepts an export of the largest world, also with white
     * space.
     */
    static long controlBody(CasesConfig config) {
        return config.control().body().map(MemorySize::asLongValue).orElse(2 * world(config.limits()));
    }
}
