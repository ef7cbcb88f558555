package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of areas and levels as options write them. */
final class Converters {

    private Converters() {}

    static Level level(String text) {
        return switch (text) {
            case "must" -> Level.MUST;
            case "should" -> Level.SHOULD;
            default ->
                throw new TypeConversionException(
                        String.format(Locale.ROOT, "expected must or should, got '%s'", text));
        };
    }

    static Area area(String text) {
        List<String> labels = Arrays.stream(Area.values()).map(Area::label).toList();
        return Area.labelled(text)
                .orElseThrow(() -> new TypeConversionException(String.format(
                        Locale.ROOT,
                        "expected one of %s, got '%s'%s",
                        String.join(", ", labels),
                        text,
                        Lookup.didYouMean(Nearest.to(text, labels)))));
    }
}
