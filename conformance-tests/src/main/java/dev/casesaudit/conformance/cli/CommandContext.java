package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a command works with besides its options.
 *
 * @param out what was asked for
 * @param err how it goes, and what went wrong
 * @param environment the variables of the process
 * @param terminal whether somebody looks at it
 * @param kit made when it is needed, since not every command needs one
 * @param plain whether the command line wants no colour
 */
record CommandContext(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean terminal,
        Supplier<Kit> kit,
        boolean plain) {

    CommandContext(
            PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal, Supplier<Kit> kit) {
        this(out, err, environment, terminal, kit, false);
    }

    CommandContext {
        environment = Map.copyOf(environment);
    }

    CommandContext withoutColour() {
        return new CommandContext(out, err, environment, terminal, kit, true);
    }

    /** Whether text may be coloured, by what terminals and their users agree on. */
    boolean colour() {
        return animated() && !plain && !set("NO_COLOR");
    }

    /** Whether a line may be written over, which in a log would leave a mess. */
    boolean animated() {
        return terminal && !set("CI") && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private boolean set(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
