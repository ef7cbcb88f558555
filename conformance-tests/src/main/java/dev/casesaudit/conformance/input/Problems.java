package dev.casesaudit.conformance.input;

import dev.casesaudit.conformance.text.Mismatch;
import java.util.ArrayList;
import java.util.List;

/** Collects all problems of an input. */
public final class Problems {

    private final List<Mismatch> found = new ArrayList<>();

    public void add(String place, String expected, String got) {
        found.add(new Mismatch(place, expected, got));
    }

    public boolean none() {
        return found.isEmpty();
    }

    /**
     * Throws all problems, if there are any.
     *
     * @param what the name of the input, as in {@code the target profile 'mine.yaml'}
     */
    public void throwIfAny(String what) throws UnusableInput {
        if (!found.isEmpty()) {
            throw new UnusableInput(what, found);
        }
    }
}
