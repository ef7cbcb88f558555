package dev.casesaudit.benchmark.result;

import java.util.List;
import java.util.Optional;

/** What came of one thing that was to be measured. */
public sealed interface Result {

    /** What it is about. */
    String name();

    Verdict verdict();

    /**
     * A figure.
     *
     * @param limit what was asked for; nothing, where the figure only informs
     * @param parts what the figure is made of, and what else the rounds found
     */
    record Measured(String name, Series figure, Optional<Limit> limit, List<Series> parts) implements Result {
        public Measured {
            parts = List.copyOf(parts);
        }

        public Measured(String name, Series figure, Limit limit, Series... parts) {
            this(name, figure, Optional.of(limit), List.of(parts));
        }

        /** The limit in words; empty, where there is none. */
        public String limitText() {
            return limit.map(bound -> bound.text(figure.unit())).orElse("");
        }

        @Override
        public Verdict verdict() {
            return limit.map(bound -> bound.isMetBy(figure.median()) ? Verdict.MET : Verdict.MISSED)
                    .orElse(Verdict.INFORMS);
        }
    }

    /** No figure. */
    record Skipped(String name, String reason) implements Result {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_MEASURED;
        }
    }

    /** Whether a limit was kept to. */
    enum Verdict {
        MET("met"),
        MISSED("missed"),
        INFORMS("informs"),
        NOT_MEASURED("not measured");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
