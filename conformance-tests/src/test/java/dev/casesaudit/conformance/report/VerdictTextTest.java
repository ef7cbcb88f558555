package dev.casesaudit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.run.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences about a verdict agree with its numbers, for all outcomes. */
class VerdictTextTest {

    private static final Catalogue CATALOGUE = Sample.catalogue();
    private static final List<Requirement> REQUIREMENTS = CATALOGUE.requirements();

    private static final Finding FOUND = Finding.of(SampleExchanges.presigned(), "this", "that");

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome.Passed(),
            Outcome.failed(FOUND),
            Outcome.notTestable("too few"),
            new Outcome.NotTried("the run's limit of 1 request (--max-requests) is used up"),
            new Outcome.NotApplicable("none"),
            Outcome.drifted(List.of(FOUND)),
            new Outcome.Deviated(List.of(FOUND), 0, "400"),
            new Outcome.KitError("an index"));

    /** All pairs of outcomes, at both levels and with or without an excuse, beside one that passes. */
    private static Stream<List<Result>> runs() {
        return results(0).flatMap(one -> results(1).map(other -> List.of(one, other, passed())));
    }

    private static Stream<Result> results(int at) {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of("", "ours")
                        .flatMap(excuse -> OUTCOMES.stream().map(outcome -> result(at, level, outcome, excuse))));
    }

    private static Result passed() {
        return result(2, Level.MUST, new Outcome.Passed(), "");
    }

    private static Result result(int at, Level level, Outcome outcome, String excuse) {
        Requirement one = REQUIREMENTS.get(at);
        return new Result(
                new Requirement(one.id(), level, one.statement(), one.sources(), one.hint()),
                outcome,
                excuse,
                Duration.ZERO,
                1);
    }

    @Test
    void agreesWithTheNumbers() {
        runs().forEach(VerdictTextTest::requireAgreement);
    }

    private static void requireAgreement(List<Result> results) {
        for (Level failAt : Level.values()) {
            RunReport run = Sample.of(results, failAt);
            String sentence = new VerdictText(Sample.masked(run), CATALOGUE).verdict();
            long counted = results.stream().filter(run::counts).count();

            assertThat(sentence.startsWith("No ")).as(sentence).isEqualTo(run.verdict() == Verdict.CONFORMANT);
            if (run.verdict() == Verdict.CONFORMANT) {
                assertThat(counted).as(sentence).isZero();
            }
            if (run.verdict() == Verdict.NOT_CONFORMANT) {
                assertThat(numbers(sentence.split(":", 2)[0])).as(sentence).isEqualTo(counted);
                assertThat(numbers(sentence.split(":", 2)[1])).as(sentence).isEqualTo(counted);
            }
        }
    }

    @Test
    void saysThatAllHoldOnlyWhereAllDo() {
        runs().forEach(VerdictTextTest::requireThatAllHold);
    }

    private static void requireThatAllHold(List<Result> results) {
        for (Level level : Level.values()) {
            List<Result> own = results.stream()
                    .filter(result -> result.requirement().level() == level)
                    .toList();
            String because = Sample.of(results).because();
            String counts = Stream.of(because.split("; ", -1))
                    .filter(part -> part.contains(" %s requirement".formatted(level)))
                    .findFirst()
                    .orElse("");
            boolean all = own.stream().allMatch(result -> result.status() == ResultStatus.PASSED);

            assertThat(counts.contains("all hold")).as(because).isEqualTo(all && own.size() > 1);
        }
    }

    @Test
    void namesTheRequirementsThatCount() {
        List<Result> results = List.of(
                result(0, Level.MUST, Outcome.failed(FOUND), ""),
                result(1, Level.SHOULD, Outcome.notTestable("too few"), ""),
                result(2, Level.SHOULD, new Outcome.Passed(), "mended"),
                result(3, Level.MUST, Outcome.failed(FOUND), ""));

        assertThat(verdict(results, Level.MUST))
                .isEqualTo("3 requirements count against the target: 2 broken, 1 excused but passing.");
        assertThat(verdict(results, Level.SHOULD))
                .isEqualTo("4 requirements count against the target: 2 broken, 1 not testable,"
                        + " 1 excused but passing.");
        assertThat(verdict(results.subList(0, 1), Level.MUST))
                .isEqualTo("1 requirement counts against the target: 1 broken.");
        assertThat(verdict(List.of(passed()), Level.SHOULD))
                .isEqualTo("No MUST or SHOULD requirement counts against the target.");
    }

    @Test
    void usesTheSingularForOneRequirement() {
        assertThat(limits(List.of(result(0, Level.MUST, new Outcome.NotApplicable("none"), ""))))
                .contains(
                        "1 of 14 requirements was selected; the others were not tried.",
                        "1 requirement not applicable by the profile of the target.");
        assertThat(limits(List.of(
                        result(0, Level.MUST, new Outcome.NotApplicable("none"), ""),
                        result(1, Level.MUST, new Outcome.NotApplicable("none"), ""))))
                .contains(
                        "2 of 14 requirements were selected; the others were not tried.",
                        "2 requirements not applicable by the profile of the target.");
    }

    private static List<String> limits(List<Result> results) {
        return new VerdictText(Sample.masked(Sample.of(results)), CATALOGUE).limits();
    }

    private static String verdict(List<Result> results, Level failAt) {
        return new VerdictText(Sample.masked(Sample.of(results, failAt)), CATALOGUE).verdict();
    }

    private static long numbers(String text) {
        Matcher numbers = Pattern.compile("\\d+").matcher(text);
        return numbers.results()
                .mapToLong(number -> Long.parseLong(number.group()))
                .sum();
    }
}
