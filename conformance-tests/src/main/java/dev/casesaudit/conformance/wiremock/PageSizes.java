package dev.casesaudit.conformance.wiremock;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which page sizes of a case are exported. Other sizes get the next smaller one: a page may be short.
 *
 * @param byDefault the size where a request names none
 */
record PageSizes(NavigableSet<Integer> exported, int byDefault, int largest) {

    /** A history of more events than this would need thousands of mappings for all sizes. */
    private static final int FEW_EVENTS = 30;

    /** The sizes of longer histories, besides the default. */
    private static final List<Integer> OF_LONG = List.of(10);

    static PageSizes of(int events, int byDefault, int largest) {
        TreeSet<Integer> exported = new TreeSet<>(List.of(byDefault));
        if (events <= FEW_EVENTS) {
            IntStream.rangeClosed(1, largest).forEach(exported::add);
        } else {
            exported.addAll(OF_LONG);
        }
        return new PageSizes(exported, byDefault, largest);
    }

    /** Returns the size that is served to whoever asks for another, empty where all that were exported are larger. */
    Optional<Integer> served(int asked) {
        return Optional.ofNullable(exported.floor(asked));
    }

    /** Returns every size that is smaller than all that were exported. */
    IntStream refused() {
        return IntStream.range(1, exported.first());
    }
}
