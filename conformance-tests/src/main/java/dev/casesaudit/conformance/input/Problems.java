package dev.casesaudit.conformance.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong, so that whoever mends it sees all of it at once. */
public final class Problems {

    private final List<String> found = new ArrayList<>();

    /** Notes that something else than the expected stands somewhere. */
    public void add(String place, String expected, String got) {
        found.add(String.format(Locale.ROOT, "%s: expected %s, got %s", place, expected, got));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Ends the reading where something was wrong.
     *
     * @param what was read, as in {@code the target profile 'mine.yaml'}
     */
    public void throwIfAny(String what) throws UnusableInput {
        if (!found.isEmpty()) {
            throw new UnusableInput(what, found);
        }
    }
}
