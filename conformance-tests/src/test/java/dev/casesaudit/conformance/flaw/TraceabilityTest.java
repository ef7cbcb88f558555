package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Checks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requirement, check and flaw lead to each other by the id alone. */
class TraceabilityTest {

    private static final List<Requirement> REQUIREMENTS = Catalogue.read().requirements();
    private static final List<String> IDS =
            REQUIREMENTS.stream().map(Requirement::id).toList();

    @Test
    void everyRequirementHasOneCheckAndEveryCheckARequirement() {
        assertThat(Checks.all()).extracting(Check::id).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void everyCheckStandsInItsArea() {
        assertThat(Checks.TABLES)
                .allSatisfy(table -> assertThat(table.checks())
                        .allSatisfy(check -> assertThat(check.id())
                                .startsWith(areaOf(table.getClass()) + "-")));
    }

    @Test
    void everyRequirementStandsInItsArea() {
        assertThat(REQUIREMENTS)
                .allSatisfy(requirement -> assertThat(requirement.id())
                        .startsWith(requirement.area().label() + "-"));
        assertThat(REQUIREMENTS).extracting(Requirement::area).isSorted();
    }

    @Test
    void everyCheckIsSeenToFail() {
        List<String> caught = Flaws.all().stream()
                .flatMap(flaw -> flaw.findings().keySet().stream())
                .distinct()
                .toList();

        assertThat(caught).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void noFlawIsUncaughtOrNamedTwice() {
        assertThat(Flaws.all()).allSatisfy(flaw -> assertThat(flaw.findings()).isNotEmpty());
        assertThat(Flaws.all()).extracting(Flaw::name).doesNotHaveDuplicates();
    }

    @Test
    void thereAreAsManyAsThePlanWants() {
        assertThat(IDS).hasSizeGreaterThanOrEqualTo(90);
        assertThat(Flaws.all()).hasSizeGreaterThanOrEqualTo(80);
    }

    private static String areaOf(Class<?> check) {
        return check.getPackageName().substring(check.getPackageName().lastIndexOf('.') + 1);
    }
}
