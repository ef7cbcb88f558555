package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.run.Verdict;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells what kept a command from its work, and whose fault it was. */
final class Failures {

    /** Of a run that would have ended with 0, had it not been for an output that could not be written. */
    private static final int OUTPUT = 5;

    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    int usage(ParameterException problem, String[] args) {
        CommandLine of = problem.getCommandLine();
        say(String.valueOf(problem.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        err.printf(Locale.ROOT, "See '%s --help'.%n", of.getCommandSpec().qualifiedName());
        return Verdict.USAGE.exitCode();
    }

    int execution(Exception problem, boolean stacktrace) {
        if (problem instanceof UnusableInput) {
            say(String.valueOf(problem.getMessage()));
            return Verdict.USAGE.exitCode();
        }
        return kitFailed(problem, stacktrace);
    }

    /** Tells of an output that could not be written, and returns the exit code: that of the verdict, unless it was 0. */
    int output(String problem, int code) {
        say(problem);
        return code == 0 ? OUTPUT : code;
    }

    int kitFailed(Throwable problem, boolean stacktrace) {
        say(String.format(
                Locale.ROOT,
                "the kit itself failed, which says nothing about the target: %s%s",
                problem,
                stacktrace ? "" : " (--stacktrace tells where)"));
        if (stacktrace) {
            problem.printStackTrace(err);
        }
        err.flush();
        return Verdict.KIT_FAILED.exitCode();
    }

    private void say(String message) {
        err.printf(Locale.ROOT, "%s: %s%n", Main.NAME, Input.withoutPasswords(message));
    }
}
