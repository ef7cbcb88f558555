package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that select requirements. */
final class SelectionOptions {

    @Option(
            names = "--only",
            paramLabel = "ID",
            arity = "1..*",
            split = ",",
            description = "Try only these requirements.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--area", paramLabel = "AREA", description = "Try only this area. May be repeated.")
    private List<Area> areas = new ArrayList<>();

    /** Returns the selection, after checking that its ids exist. */
    Selection of(Catalogue catalogue) throws UnusableInput {
        for (String id : ids) {
            Requirement requirement = Lookup.requirement(catalogue, "--only", id);
            if (!areas.isEmpty() && !areas.contains(requirement.area())) {
                throw UnusableInput.of(
                        "--only",
                        "requirements of the area that --area names",
                        String.format(
                                Locale.ROOT,
                                "'%s' of the area %s",
                                id,
                                requirement.area().label()));
            }
        }
        return new Selection(new LinkedHashSet<>(ids), Set.copyOf(areas));
    }
}
