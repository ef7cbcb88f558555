package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Nearest;
import dev.casesaudit.conformance.run.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Prints the error that ended a command, and returns its exit code. */
final class Failures {

    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    int usage(ParameterException problem, String[] args) {
        CommandLine of = problem.getCommandLine();
        say(String.valueOf(problem.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
            suggestOptions(problem);
        }
        err.printf(Locale.ROOT, "See '%s --help'.%n", of.getCommandSpec().qualifiedName());
        return Verdict.USAGE.exitCode();
    }

    // For what picocli finds too different, such as --msk.
    private void suggestOptions(ParameterException problem) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            String option = unmatched.getUnmatched().get(0).replaceFirst("(?s)=.*", "");
            List<String> names = Nearest.to(
                    option,
                    problem.getCommandLine().getCommandSpec().optionsMap().keySet());
            if (!names.isEmpty()) {
                err.println("Possible solutions: " + String.join(", ", names));
            }
        }
    }

    int execution(Exception problem, boolean stacktrace) {
        if (problem instanceof UnusableInput) {
            say(String.valueOf(problem.getMessage()));
            return Verdict.USAGE.exitCode();
        }
        return kitFailed(problem, stacktrace);
    }

    /** Reports an output that could not be written. A verdict other than 0 keeps its exit code. */
    int output(String problem, int code) {
        say(problem);
        return code == 0 ? Verdict.OUTPUT_FAILED : code;
    }

    int kitFailed(Throwable problem, boolean stacktrace) {
        say(String.format(
                Locale.ROOT,
                "the kit itself failed, which says nothing about the target: %s%s",
                problem,
                stacktrace ? "" : " (use --stacktrace for details)"));
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
