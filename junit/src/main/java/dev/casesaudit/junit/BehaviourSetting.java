package dev.casesaudit.junit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The behaviour of a domain or a case, which the control API takes as a whole. */
final class BehaviourSetting {

    private static final String FAULTS = "faults";
    private static final String CALLS = "calls";

    private final ControlApi control;
    private final String path;
    private Map<String, Object> members = Map.of();

    BehaviourSetting(ControlApi control, String scope) {
        this.control = control;
        path = scope + "/behaviour";
    }

    synchronized Map<String, Object> members() {
        return members;
    }

    /** Sets a fault script for so many SDK calls; 0 for all. */
    void faults(String script, int calls) {
        set(calls == 0 ? Map.of(FAULTS, script) : Map.of(FAULTS, script, CALLS, calls));
    }

    void set(String member, String value) {
        set(Map.of(member, value));
    }

    synchronized void set(Map<String, Object> changed) {
        Map<String, Object> next = new LinkedHashMap<>(members);
        if (changed.containsKey(FAULTS)) {
            next.remove(CALLS);
        }
        next.putAll(changed);
        control.put(path, next);
        members = next;
    }

    /** Notes what was set together with a case or a domain. */
    synchronized void replace(Map<?, ?> others) {
        Map<String, Object> next = new LinkedHashMap<>();
        others.forEach((name, value) -> next.put(String.valueOf(name), value));
        members = next;
    }
}
