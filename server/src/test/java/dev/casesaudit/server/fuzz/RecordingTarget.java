package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.recording.RecordingRules;
import dev.casesaudit.server.recording.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A file of recording rules has an answer to each question, or is refused with its problems. */
public final class RecordingTarget {

    private RecordingTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            RecordingRules rules = RecordingRules.read(new ByteArrayInputStream(input), "rules.yaml");
            for (Rule rule : Rule.values()) {
                if (rules.answers().getOrDefault(rule, "").isEmpty()) {
                    throw new AssertionError("expected an answer to %s, got none".formatted(rule.place()));
                }
            }
        } catch (RecordingRules.InvalidRules e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
    }
}
