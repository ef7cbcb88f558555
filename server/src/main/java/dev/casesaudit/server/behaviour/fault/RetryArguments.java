package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.error.RetryAfter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The arguments that say when to retry: reads and writes them. */
final class RetryArguments {

    private static final String SECONDS = "retryAfter";
    private static final String DATE = "retryAfterDate";
    private static final String MILLIS = "retryAfterMillis";

    private static final int MOST_SECONDS = 86_400;

    private RetryArguments() {}

    static RetryAfter read(Arguments arguments) {
        OptionalInt seconds = number(arguments.named(SECONDS), MOST_SECONDS, "whole seconds");
        Optional<Word> date = arguments.named(DATE);
        if (seconds.isPresent() && date.isPresent()) {
            throw date.get().expected(String.format(Locale.ROOT, "%s or %s, which are one header", SECONDS, DATE));
        }
        return new RetryAfter(
                seconds,
                number(date, MOST_SECONDS, "whole seconds"),
                number(arguments.named(MILLIS), MOST_SECONDS * 1000, "whole milliseconds"));
    }

    private static OptionalInt number(Optional<Word> word, int max, String what) {
        return word.stream().mapToInt(one -> one.number(0, max, what)).findFirst();
    }

    static List<String> write(RetryAfter retryAfter) {
        List<String> arguments = new ArrayList<>();
        retryAfter.seconds().ifPresent(number -> arguments.add(SECONDS + "=" + number));
        retryAfter.dateSeconds().ifPresent(number -> arguments.add(DATE + "=" + number));
        retryAfter.millis().ifPresent(number -> arguments.add(MILLIS + "=" + number));
        return arguments;
    }
}
