package dev.casesaudit.conformance.input;

import dev.casesaudit.conformance.text.Mismatch;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that whoever mends it sees all of it at once. */
public final class Problems {

    private final List<Mismatch> found = new ArrayList<>();

    /** Notes that something else than the expected stands somewhere. */
    public void add(String place, String expected, String got) {
        found.add(new Mismatch(place, expected, got));
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
