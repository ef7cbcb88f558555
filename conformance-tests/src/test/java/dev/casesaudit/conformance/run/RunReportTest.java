package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.requirement.Requirement;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verdict of a run and the numbers of its sentence. */
class RunReportTest {

    private static final Outcome PASSED = new Outcome.Passed();
    private static final Outcome FAILED = Outcome.failed(Finding.of(
            new Exchange(1, Request.to("POST", "/"), new Reply.Response(200, List.of(), Content.NONE, Duration.ZERO)),
            "this",
            "that"));
    private static final Outcome NOT_TESTABLE = Outcome.notTestable("too few cases");
    private static final Outcome NOT_TRIED =
            new Outcome.NotTried("the run's limit of 20 requests (--max-requests) is used up");

    private final List<Result> results = new ArrayList<>();

    @Test
    void listsPassedAndBrokenRequirements() {
        with(Level.MUST, PASSED)
                .with(Level.MUST, PASSED)
                .with(Level.SHOULD, PASSED)
                .with(Level.SHOULD, FAILED);

        assertVerdict(Level.MUST, Verdict.CONFORMANT);
        assertThat(report(Level.MUST).because())
                .isEqualTo("of 2 MUST requirements all hold; of 2 SHOULD requirements 1 holds, 1 is broken");
        assertVerdict(Level.SHOULD, Verdict.NOT_CONFORMANT);
    }

    @Test
    void listsExcusedAndStaleRequirements() {
        with(Level.MUST, FAILED, "ours").with(Level.MUST, PASSED, "mended");

        assertVerdict(Level.MUST, Verdict.NOT_CONFORMANT);
        assertThat(report(Level.MUST).because()).isEqualTo("of 2 MUST requirements 1 is excused, 1 has a stale excuse");
    }

    @Test
    void isNotJudgedWhereTheRunEndedBeforeEveryMustWasTried() {
        with(Level.MUST, PASSED)
                .with(Level.MUST, NOT_TRIED)
                .with(Level.SHOULD, NOT_TRIED)
                .with(Level.MUST, NOT_TRIED);

        assertVerdict(Level.MUST, Verdict.NOT_JUDGED);
        assertThat(report(Level.MUST).because())
                .isEqualTo("the run's limit of 20 requests (--max-requests) is used up; of 3 MUST requirements 1 holds,"
                        + " 2 were not tried; of 1 SHOULD requirement 1 was not tried");
    }

    @Test
    void isNotConformantWhereAMustWasSeenBrokenBeforeTheRunEnded() {
        with(Level.MUST, FAILED).with(Level.MUST, NOT_TRIED);

        assertVerdict(Level.MUST, Verdict.NOT_CONFORMANT);
        assertThat(report(Level.MUST).because())
                .contains("1 is broken, 1 was not tried; the run's limit of 20 requests");
    }

    @Test
    void isNotJudgedIfTheRunEndedAndNothingFailed() {
        with(Level.MUST, NOT_TESTABLE).with(Level.MUST, NOT_TRIED);

        assertVerdict(Level.MUST, Verdict.NOT_JUDGED);
    }

    @Test
    void isJudgedIfTheUntriedRequirementsDoNotCount() {
        with(Level.MUST, PASSED).with(Level.SHOULD, NOT_TRIED);

        assertVerdict(Level.MUST, Verdict.CONFORMANT);
        assertVerdict(Level.SHOULD, Verdict.NOT_JUDGED);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void theNumbersAddUp(Level failAt) {
        for (Outcome outcome : List.of(
                PASSED,
                FAILED,
                NOT_TESTABLE,
                NOT_TRIED,
                new Outcome.NotApplicable("none"),
                Outcome.drifted(List.of()),
                new Outcome.Deviated(List.of(), 0, "400"))) {
            for (Level level : Level.values()) {
                with(level, outcome).with(level, outcome).with(level, outcome, "an excuse");
            }
        }

        for (String level : report(failAt).because().split("; ", -1)) {
            Matcher numbers = Pattern.compile("\\d+").matcher(level);
            if (level.startsWith("of ") && numbers.find()) {
                int all = Integer.parseInt(numbers.group());
                int sum = numbers.results()
                        .mapToInt(number -> Integer.parseInt(number.group()))
                        .sum();
                assertThat(sum).as(level).isEqualTo(all);
            }
        }
    }

    private void assertVerdict(Level failAt, Verdict verdict) {
        assertThat(report(failAt).verdict()).isEqualTo(verdict);
    }

    private RunReportTest with(Level level, Outcome outcome) {
        return with(level, outcome, "");
    }

    private RunReportTest with(Level level, Outcome outcome, String excuse) {
        Requirement requirement = new Requirement(
                "request-any",
                level,
                "Any.",
                List.of(new Source("D", "The reference", "https://docs.example")),
                "None.");
        results.add(new Result(requirement, outcome, excuse, Duration.ZERO, 1));
        return this;
    }

    private RunReport report(Level failAt) {
        TargetProfile target = new TargetProfile(
                "any",
                URI.create("http://localhost"),
                "us-east-1",
                TargetProfile.Signing.NONE,
                false,
                Map.of(),
                Set.of(),
                new Limits(0, 1, Duration.ZERO, Duration.ZERO),
                false);
        return new RunReport(
                "1", "abc", Instant.EPOCH, target, failAt, List.of(), results, List.of(), 1, Duration.ZERO, List.of());
    }
}
