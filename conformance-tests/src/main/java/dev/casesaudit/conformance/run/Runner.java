package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.Question;
import dev.casesaudit.conformance.requirement.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tries checks one after the other. What a check throws is an outcome too, and never the target's fault where it is the kit's. */
public final class Runner {

    private final CheckContext trial;
    private final KnownFailures known;
    private final EvidenceBudget evidence =
            new EvidenceBudget(Runtime.getRuntime().maxMemory() / 32);

    public Runner(CheckContext trial, KnownFailures known) {
        this.trial = trial;
        this.known = known;
    }

    /** A requirement and the check that tries it. */
    public record Planned(Requirement requirement, Check check) {}

    /** Tries each in turn. */
    public List<Result> run(List<Planned> plan, Progress progress) {
        List<Result> results = new ArrayList<>();
        for (Planned planned : plan) {
            Result result = tried(planned);
            results.add(result);
            progress.tried(results.size(), plan.size(), planned.requirement().id(), result.standing());
        }
        return results;
    }

    /** Tries one. */
    public Result tried(Planned planned) {
        int before = trial.requests();
        long start = System.nanoTime();
        Outcome outcome = byProfile(evidence.bounded(outcome(planned.check())));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Requirement requirement = planned.requirement();
        int requests = trial.requests() - before;
        return new Result(requirement, outcome, known.excuse(requirement.id()), took, requests);
    }

    /** Asks what the documents leave open. A question without an answer is recorded as such. */
    public List<Observation> observe(List<Question> questions) {
        List<Observation> observations = new ArrayList<>();
        for (Question question : questions) {
            observations.add(new Observation(question.id(), question.text(), answer(question)));
        }
        return observations;
    }

    private Outcome outcome(Check check) {
        try {
            return check.run(trial);
        } catch (ProbeFailure.NoAnswer e) {
            return Outcome.failed(Finding.of(e));
        } catch (ProbeFailure e) {
            return new Outcome.NotTried(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The one place where the kit's own defects surface: told apart from everything a target can do.
            return new Outcome.KitError(String.format(
                    Locale.ROOT, "%s at %s", e, e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        }
    }

    private Outcome byProfile(Outcome outcome) {
        // Findings that are no deviations come first.
        if (outcome instanceof Outcome.Failed failed
                && trial.profile().realService()
                && failed.findings().get(0).deviation()) {
            return new Outcome.Deviated(
                    failed.findings(), failed.more(), seen(failed.findings().get(0)));
        }

        if (outcome instanceof Outcome.NotTestable notTestable
                && trial.profile().declines(notTestable.need())) {
            return new Outcome.NotApplicable(String.format(
                    Locale.ROOT, "the target profile says that the target does not offer '%s'", notTestable.need()));
        }
        return outcome;
    }

    private static String seen(Finding finding) {
        Answer answer = finding.evidence().answer();
        String message = Json.read(answer.body()).path("message").asText();
        return String.format(
                Locale.ROOT,
                "deviation of the service, seen on %s: %s%s",
                LocalDate.now(ZoneOffset.UTC),
                Expect.described(answer),
                message.isEmpty() ? "" : String.format(Locale.ROOT, " '%s'", message));
    }

    private String answer(Question question) {
        try {
            return question.ask(trial);
        } catch (ProbeFailure.LimitReached e) {
            return "not asked: " + e.getMessage();
        } catch (ProbeFailure e) {
            return "no answer: " + e.getMessage();
        } catch (RuntimeException e) {
            return "the kit failed: " + e;
        }
    }
}
