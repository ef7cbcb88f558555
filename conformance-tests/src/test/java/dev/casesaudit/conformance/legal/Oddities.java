package dev.casesaudit.conformance.legal;

import java.util.stream.Stream;

/** All oddities. */
final class Oddities {

    private Oddities() {}

    static Stream<Oddity> all() {
        return Stream.of(
                        OddPages.all(),
                        OddWalks.all(),
                        OddTokens.all(),
                        OddErrors.all(),
                        OddResponses.all(),
                        OddWire.all(),
                        Extremes.all())
                .flatMap(oddities -> oddities);
    }
}
