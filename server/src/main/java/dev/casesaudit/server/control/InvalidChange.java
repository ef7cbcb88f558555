package dev.casesaudit.server.control;

import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A change that cannot be meant. Nothing of it was made. */
final class InvalidChange extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidChange(List<Problem> problems) {
        super("invalid", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One problem, with what stands at a JSON pointer, or with a parameter of this name. */
    static InvalidChange at(String pointer, String expected, String got) {
        return new InvalidChange(List.of(new Problem("", pointer, expected, got)));
    }

    /**
     * Returns what a reader makes of a document.
     *
     * @throws InvalidChange with all that it reported
     */
    static <T> T orThrow(Function<Place, T> reader) {
        List<Problem> problems = new ArrayList<>();
        T read = reader.apply(new Place("", "", problems::add));
        if (!problems.isEmpty()) {
            throw new InvalidChange(problems);
        }
        return read;
    }

    List<Problem> problems() {
        return problems;
    }
}
