package dev.casesaudit.server.audit;

import dev.casesaudit.server.recording.RecordedEvent;
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

    /**
     * Returns events that rules recorded, newest first.
     *
     * @param before the number after that of the newest
     * @param most how many
     */
    List<Recorded> recorded(int before, int most);

    /** An event that a rule recorded, with its number. */
    record Recorded(int number, RecordedEvent event) {}

    /** Whether one of the first events has an id with this hash. */
    boolean hasId(long hash, int size);
}
