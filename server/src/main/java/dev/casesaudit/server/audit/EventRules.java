package dev.casesaudit.server.audit;

import dev.casesaudit.server.collection.HashIndex;
import dev.casesaudit.server.json.WireJson;
import dev.casesaudit.server.recording.Rule;
import java.util.Map;

/** Which rule recorded which event, by a hash of its id: a history may have a million events. */
public final class EventRules {

    /** The memory of an event in it. */
    public static final int EVENT_BYTES = 36;

    private final HashIndex codes = new HashIndex();
    private int size;

    /** Adds an event; returns false, and changes nothing, if it was added before. */
    public boolean add(String eventId, Rule rule) {
        byte code = RuleCodes.of(rule);
        long hash = AuditHistory.hashOfId(WireJson.encodeTexts(Map.of("eventId", eventId)));
        if (codes.get(hash, RuleCodes.SEEDED) != RuleCodes.SEEDED) {
            return false;
        }
        codes.putIfAbsent(hash, code);
        size++;
        return true;
    }

    public int size() {
        return size;
    }

    /** Returns the code of the rule that recorded an event, by a hash of its id. */
    byte code(long hash) {
        return (byte) codes.get(hash, RuleCodes.SEEDED);
    }
}
