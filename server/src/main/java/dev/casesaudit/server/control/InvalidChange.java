package dev.casesaudit.server.control;

import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A change was refused as invalid, and nothing was changed. */
final class InvalidChange extends RuntimeException {

    private final transient List<Problem> problems;

    InvalidChange(List<Problem> problems) {
        super("invalid", null, false, false);
        this.problems = List.copyOf(problems);
    }

    /**
     * Makes one of a single problem.
     *
     * @param pointer a JSON pointer into the body, or the name of a parameter
     */
    static InvalidChange at(String pointer, String expected, String got) {
        return new InvalidChange(List.of(new Problem("", pointer, expected, got)));
    }

    /**
     * Returns what a reader returns for a document.
     *
     * @throws InvalidChange with all problems that the reader reported
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
