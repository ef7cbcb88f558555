package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.behaviour.name.UnknownNameException;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import java.nio.charset.StandardCharsets;

/** A line of page styles or future members is read, and its text parses to the same; or it is refused. */
public final class BehaviourTarget {

    private BehaviourTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String line = new String(input, StandardCharsets.UTF_8);
        try {
            PageStyle style = PageStyle.parse(line);
            if (!PageStyle.parse(style.text()).equals(style)) {
                throw new AssertionError("expected the same pages, got others from '%s'".formatted(style.text()));
            }
        } catch (UnknownNameException e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
        try {
            Tomorrow.parse(line);
        } catch (UnknownNameException e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
        }
    }
}
