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

    /**
     * Returns the selection, after checking that its ids exist.
     *
     * @param writes whether the kit may change the target
     */
    Selection of(Catalogue catalogue, boolean writes) throws UnusableInput {
        for (String id : ids) {
            Requirement requirement = Lookup.requirement(catalogue, "--only", id);
            requireReadOnly(requirement.area(), "--only", id, writes);
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
        for (Area area : areas) {
            requireReadOnly(area, "--area", area.label(), writes);
        }
        return new Selection(new LinkedHashSet<>(ids), Set.copyOf(areas), writes);
    }

    private static void requireReadOnly(Area area, String option, String value, boolean writes) throws UnusableInput {
        if (area.writes() && !writes) {
            throw UnusableInput.of(
                    option,
                    "--writes as well, since the checks change the target",
                    String.format(Locale.ROOT, "'%s' without it", value));
        }
    }
}
