package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.error.ErrorType;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A regular expression for fault scripts: the names of the steps and their order, without most of the arguments. */
public final class FaultScriptPattern {

    private static final String PLAIN = "[^\"\\\\\\u0000-\\u001f\\u007f-\\u009f]*";
    private static final String QUOTED = "\"" + PLAIN + "(?:\\\\." + PLAIN + ")*\"";
    private static final String UNQUOTED = "[^,()\"\\u0000-\\u001f\\u007f-\\u009f]+";
    private static final String VALUE = "_(?:(?:[A-Za-z0-9-]+_=)?_" + QUOTED + "|" + UNQUOTED + ")_";
    private static final String ARGUMENTS = "_\\((?:_|" + VALUE + "(?:," + VALUE + ")*)\\)";
    private static final String DURATION = " *[0-9]+(?:\\.[0-9]+)? *" + anyCase("m") + "?" + anyCase("s") + " *";
    private static final String LATENCY = anyCase("latency") + "_\\(_(?:" + DURATION + "(?:\\.\\." + DURATION + ")?|\""
            + DURATION + "(?:\\.\\." + DURATION + ")?\")_\\)";
    private static final String PART = "_(?:" + LATENCY + "|(?:" + outcomes() + ")(?:" + ARGUMENTS + ")?)";
    private static final String STEP = "(?:_[0-9]+(?:\\.[0-9]+)?_%)?" + PART + "(?:_\\+" + PART + ")*";
    private static final String FIRST_STEPS = "(?:" + STEP + "(?:_\\*_[0-9]+)?_,)";
    private static final String LAST_STEP =
            STEP + "(?:_\\*_(?:[0-9]+|" + anyCase("forever") + "))?(?:_;_" + anyCase("seed") + "_=_-?[0-9]+)?_";

    // Regular expressions of Java need the stack for each repetition, so the steps beyond these are not checked.
    private static final int STEPS = 50;

    private static final String SCRIPT =
            String.format(Locale.ROOT, "^(?:%1$s{0,%3$d}%2$s|%1$s{%3$d}[\\s\\S]*)$", FIRST_STEPS, LAST_STEP, STEPS);

    private FaultScriptPattern() {}

    /** Returns the expression, in the notation that Java and JavaScript share. */
    public static String text() {
        return SCRIPT.replace("_", "[ \\t\\n\\r]*");
    }

    // A name is not followed by a letter, since only an argument, another part or a delimiter may follow a part.
    private static String outcomes() {
        return OutcomeReader.names().stream()
                .flatMap(name -> Stream.concat(
                        Stream.of(name),
                        Stream.of(ErrorType.values()).map(ErrorType::wireName).filter((name + "Exception")::equals)))
                .map(FaultScriptPattern::anyCase)
                .collect(Collectors.joining("|"));
    }

    private static String anyCase(String word) {
        return word.chars()
                .mapToObj(Character::toString)
                .map(c -> Character.isLetter(c.charAt(0))
                        ? "[" + c.toUpperCase(Locale.ROOT) + c.toLowerCase(Locale.ROOT) + "]"
                        : c)
                .collect(Collectors.joining());
    }
}
