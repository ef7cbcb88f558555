package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Nearest;
import dev.casesaudit.conformance.requirement.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds requirements by what somebody typed. */
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

    /** Returns a question to end an error with, or nothing where there is nothing to suggest. */
    static String didYouMean(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }

    private static String advice(List<String> nearest) {
        return nearest.isEmpty() ? "; 'list' has all of them" : didYouMean(nearest);
    }
}
