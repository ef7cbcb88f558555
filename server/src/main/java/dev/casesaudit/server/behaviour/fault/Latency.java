package dev.casesaudit.server.behaviour.fault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A delay before the response in whole milliseconds: fixed, or drawn from a range that includes both ends. */
record Latency(Duration from, Duration to) {

    static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *(ms|s)");
    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

    /** Reads a duration, or two separated by {@code ..}. */
    static Latency read(Word word, Duration longest) {
        String[] ends = word.lowerCase().split("\\.\\.", -1);
        if (ends.length > 2) {
            throw word.expected("one duration, or two with .. between them");
        }
        Duration from = duration(new Word(ends[0].strip(), word.position()), longest);
        Duration to = ends.length == 1 ? from : duration(new Word(ends[1].strip(), word.position()), longest);
        if (from.compareTo(to) > 0) {
            throw word.expected("the shorter duration first");
        }
        return new Latency(from, to);
    }

    private static Duration duration(Word word, Duration longest) {
        Matcher parts = DURATION.matcher(word.text());
        if (!parts.matches()) {
            throw word.expected("a duration such as 250ms or 1.5s");
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        BigDecimal millis = "s".equals(parts.group(2)) ? number.multiply(MILLIS_PER_SECOND) : number;
        if (millis.compareTo(BigDecimal.valueOf(longest.toMillis())) > 0) {
            throw new FaultScriptException(word.position(), "at most " + text(longest), word.text());
        }
        if (millis.stripTrailingZeros().scale() > 0) {
            throw word.expected("whole milliseconds");
        }
        return Duration.ofMillis(millis.longValueExact());
    }

    Duration drawn(Draw draw) {
        long width = to.minus(from).toMillis() + 1;
        return from.plusMillis((long) (draw.place() * width));
    }

    @Override
    public String toString() {
        return from.equals(to)
                ? String.format(Locale.ROOT, "latency(%s)", text(from))
                : String.format(Locale.ROOT, "latency(%s..%s)", text(from), text(to));
    }

    private static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 && millis > 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
