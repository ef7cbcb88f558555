package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Requirement;
import java.util.Set;

/**
 * The requirements to try.
 *
 * @param ids the selected ids; empty for all
 * @param areas the selected areas; empty for all
 */
public record Selection(Set<String> ids, Set<Area> areas) {

    public static final Selection ALL = new Selection(Set.of(), Set.of());

    public Selection {
        ids = Set.copyOf(ids);
        areas = Set.copyOf(areas);
    }

    boolean has(Requirement requirement) {
        return (ids.isEmpty() || ids.contains(requirement.id()))
                && (areas.isEmpty() || areas.contains(requirement.area()));
    }
}
