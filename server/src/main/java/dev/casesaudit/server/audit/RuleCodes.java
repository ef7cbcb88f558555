package dev.casesaudit.server.audit;

import dev.casesaudit.server.recording.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules that recorded events, as a byte for each event. Events that were seeded need none. */
final class RuleCodes {

    static final byte SEEDED = 0;

    /** Of events that were all seeded. */
    static final byte[] ALL_SEEDED = {};

    private static final List<Rule> RULES = List.of(Rule.values());

    private RuleCodes() {}

    static byte of(Rule rule) {
        return (byte) (1 + RULES.indexOf(rule));
    }

    /** Returns the rule of a code; empty for an event that was seeded. */
    static Optional<Rule> rule(byte code) {
        return code == SEEDED ? Optional.empty() : Optional.of(RULES.get(code - 1));
    }

    /** Returns the first codes of an array; an empty one where all are of seeded events. */
    static byte[] compact(byte[] codes, int count) {
        for (int i = 0; i < Math.min(codes.length, count); i++) {
            if (codes[i] != SEEDED) {
                return Arrays.copyOf(codes, count);
            }
        }
        return ALL_SEEDED;
    }
}
