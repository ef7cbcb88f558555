package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.run.Kit;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The input and output of a command, besides its options.
 *
 * @param out the result
 * @param err progress and errors
 * @param environment the variables of the process
 * @param terminal whether the output goes to a terminal
 * @param kit created on demand, since not every command needs one
 * @param plain whether {@code --no-color} is set
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

    /** Whether text may be coloured, by the conventions of terminals and {@code NO_COLOR}. */
    boolean colour() {
        return animated() && !plain && !set("NO_COLOR");
    }

    /** Whether a line may be overwritten, which works on terminals only. */
    boolean animated() {
        return terminal && !set("CI") && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private boolean set(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
