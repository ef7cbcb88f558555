package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.capture.Mask;
import dev.casesaudit.conformance.capture.Times;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Nearest;
import dev.casesaudit.conformance.text.Mismatch;
import dev.casesaudit.conformance.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Parses the values of options. */
final class Converters {

    private Converters() {}

    static Level level(String text) {
        return switch (text) {
            case "must" -> Level.MUST;
            case "should" -> Level.SHOULD;
            default -> throw unlike("must or should", "'" + text + "'");
        };
    }

    static Area area(String text) {
        List<String> labels = Arrays.stream(Area.values()).map(Area::label).toList();
        return Area.labelled(text).orElseThrow(() -> unlike(text, labels));
    }

    static Mask mask(String text) {
        return constant(text, Mask.values());
    }

    static CaptureCommand.DriftOption drift(String text) {
        return constant(text, CaptureCommand.DriftOption.values());
    }

    static Times times(String text) {
        return Times.parse(text).orElseThrow(() -> unlike(Times.EXPECTED, "'" + text + "'"));
    }

    private static <E extends Enum<E>> E constant(String text, E[] values) {
        return Arrays.stream(values)
                .filter(one -> Words.label(one).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        unlike(text, Arrays.stream(values).map(Words::label).toList()));
    }

    private static TypeConversionException unlike(String text, List<String> labels) {
        return unlike(
                "one of " + String.join(", ", labels),
                String.format(Locale.ROOT, "'%s'%s", text, Lookup.didYouMean(Nearest.to(text, labels))));
    }

    static TypeConversionException unlike(String expected, String got) {
        return new TypeConversionException(new Mismatch("", expected, got).toString());
    }
}
