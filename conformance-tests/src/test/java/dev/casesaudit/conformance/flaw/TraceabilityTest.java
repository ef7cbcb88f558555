package dev.casesaudit.conformance.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requirements, rows and flaws have the same ids. */
class TraceabilityTest {

    private static final List<Requirement> REQUIREMENTS = Catalogue.read().requirements();
    private static final List<String> IDS =
            REQUIREMENTS.stream().map(Requirement::id).toList();

    /** Requirements that only fail together with others, with the reason. */
    private static final Map<String, String> NEVER_ALONE = Map.of(
            "request-body-absent", "the same request begins the walk of response-one-event-history",
            "request-content-type-other", "the same request is error-unsupported-media-type's",
            "error-unsupported-media-type", "the same request is request-content-type-other's",
            "error-invalid-request", "the same request is request-max-results-above-maximum's",
            "error-name-present", "each error is also expected by its name",
            "error-name-is-declared", "each error is also expected by its name",
            "error-credential-errors-forbidden", "a part of error-status-fits-name");

    @Test
    void everyRequirementHasOneRowAndEveryRowARequirement() {
        assertThat(Checks.all()).extracting(Check::id).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void everyRequirementIsInItsArea() {
        assertThat(REQUIREMENTS)
                .allSatisfy(requirement -> assertThat(requirement.id())
                        .startsWith(requirement.area().label() + "-"));
        assertThat(REQUIREMENTS).extracting(Requirement::area).isSorted();
    }

    @Test
    void everyRowIsInItsArea() {
        for (CheckTable table : Checks.TABLES) {
            assertThat(idsOf(table)).as(themeOf(table)).allMatch(id -> id.startsWith(areaOf(table) + "-"));
        }
    }

    @Test
    void everyIdLeadsToItsRowAndToNothingElse() throws IOException {
        Pattern literal = Pattern.compile("\"([a-z0-9-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> ids = sources.filter(Files::isRegularFile)
                    .flatMap(source -> literal.matcher(read(source)).results())
                    .map(found -> found.group(1))
                    .filter(IDS::contains)
                    .toList();

            assertThat(ids).containsExactlyInAnyOrderElementsOf(IDS);
        }
    }

    @Test
    void everyTableHasItsFlawsInTheClassOfTheSameName() {
        assertThat(Flaws.TABLES.stream().map(TraceabilityTest::themeOf))
                .containsExactlyElementsOf(
                        Checks.TABLES.stream().map(TraceabilityTest::themeOf).toList());
    }

    @Test
    void everyCheckHasAFlawInItsTableThatNoOtherCheckCatches() {
        for (int i = 0; i < Checks.TABLES.size(); i++) {
            List<String> ids = idsOf(Checks.TABLES.get(i)).stream()
                    .filter(id -> !NEVER_ALONE.containsKey(id))
                    .toList();
            FlawTable flaws = Flaws.TABLES.get(i);

            assertThat(caughtAlone(flaws.flaws())).as(themeOf(flaws)).containsAll(ids);
        }
    }

    @Test
    void whatNeverFailsAloneIsSeenToFailWithOthers() {
        assertThat(Flaws.all().stream().flatMap(flaw -> flaw.findings().keySet().stream()))
                .containsAll(NEVER_ALONE.keySet());
        assertThat(caughtAlone(Flaws.all())).doesNotContainAnyElementsOf(NEVER_ALONE.keySet());
    }

    private static List<String> caughtAlone(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> flaw.findings().keySet())
                .filter(ids -> ids.size() == 1)
                .flatMap(Set::stream)
                .toList();
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

    private static String areaOf(CheckTable table) {
        String name = table.getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String themeOf(Object table) {
        return table.getClass().getSimpleName().replaceAll("(Checks|Flaws)$", "");
    }

    private static List<String> idsOf(CheckTable table) {
        return table.checks().stream().map(Check::id).toList();
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
