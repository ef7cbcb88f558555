package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Nearest;
import dev.casesaudit.conformance.text.Mismatch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Parses areas and levels. */
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
        return Area.labelled(text)
                .orElseThrow(() -> unlike(
                        "one of " + String.join(", ", labels),
                        String.format(Locale.ROOT, "'%s'%s", text, Lookup.didYouMean(Nearest.to(text, labels)))));
    }

    static TypeConversionException unlike(String expected, String got) {
        return new TypeConversionException(new Mismatch("", expected, got).toString());
    }
}
