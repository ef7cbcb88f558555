package dev.casesaudit.server.audit;

import java.util.List;

/** The events of one history, outside the memory. Blocks while it reads. */
public interface StoredEvents {

    /**
     * Returns events, oldest first.
     *
     * @param from the number of the first
     * @param to the number after the last; all of them are stored
     */
    List<byte[]> read(int from, int to);

    /** Whether one of the first events has an id with this hash. */
    boolean hasId(long hash, int size);
}
