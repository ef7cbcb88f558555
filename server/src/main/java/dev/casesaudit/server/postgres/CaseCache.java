package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.SeededCase;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cases that were read last, without their events, with bounded memory. */
final class CaseCache {

    private static final int ENTRY_BYTES = 500;

    private final long mostMemory;
    private final Map<CaseKey, StoredCase> cases = new LinkedHashMap<>(16, 0.75f, true);
    private long memory;

    CaseCache(long mostMemory) {
        this.mostMemory = mostMemory;
    }

    synchronized @Nullable StoredCase get(CaseKey key) {
        return cases.get(key);
    }

    /** Keeps a case, unless a newer version is kept already. */
    synchronized void put(CaseKey key, StoredCase one) {
        StoredCase before = cases.get(key);
        if (before != null && before.uid().equals(one.uid()) && before.version() >= one.version()) {
            return;
        }
        remove(key);
        cases.put(key, one);
        memory += bytes(key, one);
        Iterator<Map.Entry<CaseKey, StoredCase>> eldest = cases.entrySet().iterator();
        while (memory > mostMemory) {
            Map.Entry<CaseKey, StoredCase> gone = eldest.next();
            memory -= bytes(gone.getKey(), gone.getValue());
            eldest.remove();
        }
    }

    synchronized void remove(CaseKey key) {
        StoredCase gone = cases.remove(key);
        memory -= gone == null ? 0 : bytes(key, gone);
    }

    private static long bytes(CaseKey key, StoredCase one) {
        long content = one.seeded() instanceof SeededCase.WithHistory with
                ? with.edited().map(edited -> edited.bytes()).orElse(0L)
                : one.seeded().bytes();
        return ENTRY_BYTES + 2L * (key.domainId().length() + key.caseId().length()) + content;
    }
}
