package dev.casesaudit.conformance.capture;

import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a fixture cannot hold of the histories, each kind once. */
final class Drift {

    // A target may have any number of kinds.
    private static final int MOST = 50;

    private final Map<String, Seen> kinds = new LinkedHashMap<>();
    private long beyond;

    private record Seen(long times, String first) {}

    /** Records a kind of drift, such as an unknown member. */
    void add(String kind, String caseId) {
        if (kinds.size() == MOST && !kinds.containsKey(kind)) {
            beyond++;
            return;
        }
        kinds.merge(kind, new Seen(1, caseId), (seen, again) -> new Seen(seen.times() + 1, seen.first()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        kinds.forEach((kind, seen) -> lines.add(String.format(
                Locale.ROOT,
                "%s (%s, first in case %s)",
                kind,
                Words.count(seen.times(), "time"),
                YamlText.quoted(seen.first()))));
        if (beyond > 0) {
            lines.add(Words.count(beyond, "more deviation"));
        }
        return lines;
    }
}
