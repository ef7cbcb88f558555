package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.observation.Question;
import dev.casesaudit.conformance.requirement.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs checks one after the other. An exception becomes an outcome; a defect of the kit never counts against the
 * target.
 */
public final class Runner {

    private final CheckContext context;
    private final KnownFailures known;
    private final EvidenceBudget evidence =
            new EvidenceBudget(Runtime.getRuntime().maxMemory() / 32);

    public Runner(CheckContext context, KnownFailures known) {
        this.context = context;
        this.known = known;
    }

    /** A requirement and its check. */
    public record Planned(Requirement requirement, Check check) {}

    public List<Result> run(List<Planned> plan, Progress progress) {
        List<Result> results = new ArrayList<>();
        for (Planned planned : plan) {
            Result result = tried(planned);
            results.add(result);
            progress.tried(results.size(), plan.size(), planned.requirement().id(), result.status());
        }
        return results;
    }

    public Result tried(Planned planned) {
        int before = context.requests();
        long start = System.nanoTime();
        Outcome outcome = byProfile(evidence.bounded(outcome(planned.check())));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Requirement requirement = planned.requirement();
        int requests = context.requests() - before;
        return new Result(requirement, outcome, known.excuse(requirement.id()), took, requests);
    }

    /** Asks the questions. A question without a response is recorded as such. */
    public List<Observation> observe(List<Question> questions) {
        List<Observation> observations = new ArrayList<>();
        for (Question question : questions) {
            observations.add(new Observation(question.id(), question.text(), response(question)));
        }
        return observations;
    }

    private Outcome outcome(Check check) {
        try {
            return check.run(context);
        } catch (ProbeFailure.NoResponse e) {
            return Outcome.failed(Finding.of(e));
        } catch (ProbeFailure e) {
            return new Outcome.NotTried(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // A defect of the kit, which must not count against the target.
            return new Outcome.KitError(String.format(
                    Locale.ROOT, "%s at %s", e, e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        }
    }

    private Outcome byProfile(Outcome outcome) {
        // Findings that are no deviations come first.
        if (outcome instanceof Outcome.Failed failed
                && context.profile().realService()
                && failed.findings().get(0).deviation()) {
            return new Outcome.Deviated(
                    failed.findings(), failed.more(), seen(failed.findings().get(0)));
        }

        if (outcome instanceof Outcome.NotTestable notTestable
                && context.profile().declines(notTestable.need())) {
            return new Outcome.NotApplicable(
                    String.format(Locale.ROOT, "the target profile lists '%s' as not offered", notTestable.need()));
        }
        return outcome;
    }

    private static String seen(Finding finding) {
        Response response = finding.evidence().response();
        String message = Json.read(response.body()).path("message").asText();
        return String.format(
                Locale.ROOT,
                "deviation of the service, seen on %s: %s%s",
                LocalDate.now(ZoneOffset.UTC),
                Expect.described(response),
                message.isEmpty() ? "" : String.format(Locale.ROOT, " '%s'", message));
    }

    private String response(Question question) {
        try {
            return question.ask(context);
        } catch (ProbeFailure.LimitReached e) {
            return "not asked: " + e.getMessage();
        } catch (ProbeFailure e) {
            return "no answer: " + e.getMessage();
        } catch (RuntimeException e) {
            return "the kit failed: " + e;
        }
    }
}
