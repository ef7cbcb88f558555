package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.Locale;

/** The section of a profile that {@code --writes} needs. */
final class WritesSection {

    private WritesSection() {}

    static void require(TargetProfile profile) throws UnusableInput {
        if (profile.writes().isEmpty()) {
            throw UnusableInput.of(
                    "--writes",
                    String.format(Locale.ROOT, "a section 'writes' in the target profile '%s'", profile.name()),
                    "none; it has members domain, template, text-field and number-field");
        }
    }
}
