package dev.casesaudit.server.fuzz;

import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.fault.FaultScriptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A script is read, and its text parses to the same script; or it is refused. */
public final class ScriptTarget {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private ScriptTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        FaultScript script;
        try {
            script = FaultScript.parse(new String(input, StandardCharsets.UTF_8), LONGEST);
        } catch (FaultScriptException e) {
            ExpectedRefusals.requireFit(String.valueOf(e.getMessage()), input);
            return;
        }
        String text = script.toString();
        if (text.codePointCount(0, text.length()) <= FaultScript.MAX_LENGTH
                && !FaultScript.parse(text, LONGEST).equals(script)) {
            throw new AssertionError("expected the same script, got another from '%s'".formatted(text));
        }
    }
}
