package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Requirement;
import java.util.Set;

/**
 * The requirements to try.
 *
 * @param ids the selected ids; empty for all
 * @param areas the selected areas; empty for all
 * @param writes whether requirements whose checks change the target are among them
 */
public record Selection(Set<String> ids, Set<Area> areas, boolean writes) {

    /** All requirements that can be tried without changing the target. */
    public static final Selection ALL = new Selection(Set.of(), Set.of());

    public Selection {
        ids = Set.copyOf(ids);
        areas = Set.copyOf(areas);
    }

    /** Requirements that can be tried without changing the target. */
    public Selection(Set<String> ids, Set<Area> areas) {
        this(ids, areas, false);
    }

    /** Returns the same selection with requirements whose checks change the target. */
    public Selection withWrites() {
        return new Selection(ids, areas, true);
    }

    /** Whether no ids and areas limit the selection. */
    boolean whole() {
        return ids.isEmpty() && areas.isEmpty();
    }

    boolean has(Requirement requirement) {
        return (writes || !requirement.area().writes())
                && (ids.isEmpty() || ids.contains(requirement.id()))
                && (areas.isEmpty() || areas.contains(requirement.area()));
    }
}
