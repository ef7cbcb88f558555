package dev.casesaudit.benchmark.result;

import java.util.List;
import java.util.Optional;

/** The result of one measurement. */
public sealed interface Result {

    String name();

    Verdict verdict();

    /**
     * A figure.
     *
     * @param limit absent where the figure only informs
     * @param parts the quantities behind the figure, and others that the rounds measured
     */
    record Measured(String name, Series figure, Optional<Limit> limit, List<Series> parts) implements Result {
        public Measured {
            parts = List.copyOf(parts);
        }

        public Measured(String name, Series figure, Limit limit, Series... parts) {
            this(name, figure, Optional.of(limit), List.of(parts));
        }

        /** Returns the limit in words; empty without one. */
        public String limitText() {
            return limit.map(bound -> bound.text(figure.unit())).orElse("");
        }

        @Override
        public Verdict verdict() {
            return limit.map(bound -> bound.isMetBy(figure.median()) ? Verdict.MET : Verdict.MISSED)
                    .orElse(Verdict.INFORMS);
        }
    }

    /** A measurement that was skipped. */
    record Skipped(String name, String reason) implements Result {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_MEASURED;
        }
    }

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
