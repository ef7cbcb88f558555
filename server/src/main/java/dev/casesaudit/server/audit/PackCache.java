package dev.casesaudit.server.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packs of stored histories that were read last, with bounded memory. */
public final class PackCache {

    private static final int ENTRY_BYTES = 200;

    private final long mostMemory;
    private final Map<Key, PackedEvents> packs = new LinkedHashMap<>(16, 0.75f, true);
    private long memory;

    /** @param mostMemory in bytes */
    public PackCache(long mostMemory) {
        this.mostMemory = mostMemory;
    }

    /** Returns some events of a history, which are read if they are not kept. */
    PackedEvents get(StoredEvents stored, int from, int to) {
        Key key = new Key(stored, from, to);
        PackedEvents known = find(key);
        return known == null ? keep(key, PackedEvents.of(stored.read(from, to))) : known;
    }

    private synchronized @Nullable PackedEvents find(Key key) {
        return packs.get(key);
    }

    private synchronized PackedEvents keep(Key key, PackedEvents pack) {
        PackedEvents before = packs.put(key, pack);
        memory += before == null ? bytes(pack) : 0;
        while (memory > mostMemory) {
            var eldest = packs.entrySet().iterator();
            memory -= bytes(eldest.next().getValue());
            eldest.remove();
        }
        return pack;
    }

    private static long bytes(PackedEvents pack) {
        return ENTRY_BYTES + (long) pack.bytes();
    }

    // Events never change, so what was read once stays true as long as the history exists.
    private record Key(StoredEvents stored, int from, int to) {}
}
