package dev.casesaudit.server.behaviour.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Parses a script by the grammar in this package's documentation. */
final class ScriptParser {

    private static final String LATENCY = "latency";
    private static final String NAME = String.format(
            Locale.ROOT, "a name of a step, one of %s, %s", LATENCY, String.join(", ", OutcomeReader.names()));
    private static final String TIMES = "forever or a count";

    // A header may have 64 kB, and the scripts of many headers are remembered.
    private static final int MOST_STEPS = 1_000;

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final ScriptText text;
    private final Duration longest;

    ScriptParser(String text, Duration longest) {
        this.text = new ScriptText(text);
        this.longest = longest;
    }

    FaultScript script() {
        List<Step> steps = new ArrayList<>();
        do {
            if (steps.size() == MOST_STEPS) {
                throw text.unexpected(String.format(Locale.ROOT, "at most %d steps", MOST_STEPS));
            }
            Step step = step();
            steps.add(step);
            if (step.isForever() && text.startsWith(',')) {
                throw text.unexpected("; or the end after forever");
            }
        } while (text.take(','));
        long seed = 0;
        String rest = "a comma and the next step, or the end";
        if (text.take(';')) {
            seed = seed();
            rest = "the end";
        }
        if (!text.atEnd()) {
            throw text.unexpected(rest);
        }
        return new FaultScript(steps, seed);
    }

    private Step step() {
        double percent = text.startsWithDigit() ? percent() : 100;
        Optional<Latency> latency = Optional.empty();
        Optional<Outcome> outcome = Optional.empty();
        do {
            Word name = text.word(NAME);
            Arguments arguments = new Arguments(name, arguments());
            if (name.is(LATENCY)) {
                requireFirst(latency, name);
                latency = Optional.of(Latency.read(arguments.required("a duration"), longest));
            } else {
                requireFirst(outcome, name);
                outcome = Optional.of(OutcomeReader.read(name, arguments).orElseThrow(() -> name.expected(NAME)));
            }
            arguments.refuseRest();
        } while (text.take('+'));
        OptionalInt times = text.take('*') ? times() : OptionalInt.of(1);
        return new Step(percent, latency.orElse(Latency.NONE), outcome.orElseGet(Outcome.Ok::new), times);
    }

    private static void requireFirst(Optional<?> earlier, Word name) {
        if (earlier.isPresent()) {
            throw name.expected("at most one latency and one outcome in a step");
        }
    }

    private double percent() {
        Word number = text.number("a probability");
        text.require('%', "% after a probability");
        double percent = DECIMAL.matcher(number.text()).matches() ? Double.parseDouble(number.text()) : Double.NaN;
        if (percent > 0 && percent <= 100) {
            return percent;
        }
        throw number.expected("a probability above 0% and at most 100%");
    }

    private List<Arguments.Argument> arguments() {
        List<Arguments.Argument> arguments = new ArrayList<>();
        if (!text.take('(') || text.take(')')) {
            return arguments;
        }
        do {
            arguments.add(new Arguments.Argument(text.nameBefore('='), text.value()));
        } while (text.take(','));
        text.require(')', "a comma or ) after an argument");
        return arguments;
    }

    private OptionalInt times() {
        Word times = text.word(TIMES);
        return times.is("forever") ? OptionalInt.empty() : OptionalInt.of(times.number(1, Step.MOST_TIMES, TIMES));
    }

    private long seed() {
        String name = "seed=…";
        Word word = text.word(name);
        if (!word.is("seed")) {
            throw word.expected(name);
        }
        text.require('=', "= after seed");
        Word seed = text.word("a whole number");
        try {
            return Long.parseLong(seed.text());
        } catch (NumberFormatException e) {
            throw seed.expected("a whole number of 64 bits");
        }
    }
}
