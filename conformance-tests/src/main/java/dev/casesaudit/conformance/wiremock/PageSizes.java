package dev.casesaudit.conformance.wiremock;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The exported page sizes of a case. Other sizes get the next smaller one, since a page may be short.
 *
 * @param byDefault the size without maxResults
 */
record PageSizes(NavigableSet<Integer> exported, int byDefault, int largest) {

    /** A longer history would need thousands of mappings for all sizes. */
    private static final int FEW_EVENTS = 30;

    /** The sizes of longer histories besides the default. */
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

    /** Returns the exported size for another size, unless all exported ones are larger. */
    Optional<Integer> served(int asked) {
        return Optional.ofNullable(exported.floor(asked));
    }

    /** Returns all sizes that are smaller than the exported ones. */
    IntStream refused() {
        return IntStream.range(1, exported.first());
    }
}
