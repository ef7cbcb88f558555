package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Nearest;
import dev.casesaudit.conformance.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds requirements by id, and suggests similar ids. */
final class Lookup {

    private Lookup() {}

    static Requirement requirement(Catalogue catalogue, String place, String id) throws UnusableInput {
        return catalogue
                .find(id)
                .orElseThrow(() -> UnusableInput.of(
                        place,
                        "the id of a requirement",
                        String.format(Locale.ROOT, "'%s'%s", id, advice(Nearest.to(id, catalogue.ids())))));
    }

    /** Returns a suggestion to end an error message with, or an empty string. */
    static String didYouMean(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    private static String advice(List<String> nearest) {
        return nearest.isEmpty() ? "; see 'list' for all ids" : didYouMean(nearest);
    }
}
