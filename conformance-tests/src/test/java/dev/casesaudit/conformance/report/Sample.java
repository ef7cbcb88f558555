package dev.casesaudit.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.Coverage;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.PreflightStep.State;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sample runs: with every status, without findings, and not judged. */
final class Sample {

    private static final Outcome PASSED = new Outcome.Passed();

    private Sample() {}

    static MaskedReport masked(RunReport run) {
        return Masking.mask(run, List.of("customEntity"));
    }

    static Catalogue catalogue() {
        StringBuilder yaml = new StringBuilder("""
                sources:
                  D: {title: "API reference, GetCaseAuditEvents", url: "https://docs.example/GetCaseAuditEvents?a=1&b=2"}
                  R: {title: "restJson1 <protocol>", url: "https://docs.example/restJson1"}
                requirements:
                  - excluded: The documents say <nothing> of it, so none can.
                    statement: A token lives for a while.
                    source: [D, R]
                """);
        for (String id : List.of(
                "request-max-results-above MUST",
                "response-page-size MUST",
                "response-is-compact SHOULD",
                "response-known-types MUST",
                "pagination-tokens-differ MUST",
                "pagination-walk-ends MUST",
                "pagination-is-quick SHOULD",
                "error-throttled MUST",
                "error-unknown-case MUST",
                "error-denied MUST",
                "protocol-request-id MUST",
                "protocol-bad-length MUST",
                "protocol-query-ignored MUST",
                "protocol-not-selected MUST")) {
            String[] parts = id.split(" ", 2);
            yaml.append("""
                      - {id: %s, level: %s, source: [D], hint: "Look at %s, & at <its> neighbours.",
                         statement: "What %s demands holds, for <every> answer & in every page that the target ever gives to anybody."}
                    """.formatted(parts[0], parts[1], parts[0], parts[0]));
        }
        return Catalogue.parse(yaml.toString());
    }

    /** A run with everything in it. */
    static RunReport everything() {
        Finding nasty = new Finding(
                "/auditEvents/0/user",
                "400 ValidationException <b>",
                "200 | `x` with customEntity=crm:agent-4711 ]]> \u0007",
                SampleExchanges.nasty());
        Finding page = new Finding("/auditEvents", "0 to 25 items", "26 items", SampleExchanges.longPage());
        Finding item = new Finding("/auditEvents/25/eventId", "an id", "another", SampleExchanges.longPage());
        Finding silence = Finding.of(SampleExchanges.silent(), "a response", "none: the connection was closed");
        Finding query =
                Finding.of(SampleExchanges.presigned(), "200 and a page of events", "500 without an error name");
        return run(
                ready(),
                List.of(
                        result("request-max-results-above", new Outcome.Failed(List.of(nasty), 0), "", 12),
                        result("response-page-size", new Outcome.Failed(List.of(page, item), 4), "", 30),
                        result("response-is-compact", Outcome.failed(page), "", 3),
                        result("response-known-types", Outcome.drifted(List.of(item)), "", 3),
                        result("pagination-tokens-differ", PASSED, "", 1840),
                        result(
                                "pagination-walk-ends",
                                new Outcome.NotTestable("the profile names no case for the role 'long'", "long"),
                                "",
                                0),
                        result("pagination-is-quick", Outcome.notTestable("too few pages"), "", 0),
                        result("error-throttled", new Outcome.NotApplicable("the target does not throttle"), "", 0),
                        result("error-unknown-case", Outcome.failed(query), "ticket <4711>, until spring", 9),
                        result("error-denied", PASSED, "mended | long ago", 9),
                        result("protocol-request-id", new Outcome.KitError("an index at http://u:p@h/"), "", 1),
                        result("protocol-bad-length", Outcome.failed(silence), "", 5),
                        result("protocol-query-ignored", Outcome.failed(query), "", 5)),
                List.of(
                        new Observation(
                                "order", "In which order are events?", "newest first, says " + SampleExchanges.KEY),
                        new Observation("empty-token", "What does an empty token do?", "400 <ValidationException>")));
    }

    /** A run without findings. */
    static RunReport conformant() {
        return run(
                ready(),
                List.of(
                        result("request-max-results-above", PASSED, "", 12),
                        result("error-throttled", new Outcome.NotApplicable("the target does not throttle"), "", 0)),
                List.of());
    }

    /** A run that ended with the preflight. */
    static RunReport notJudged() {
        List<PreflightStep> steps = List.of(
                new PreflightStep("credentials", State.PASSED, "found"),
                new PreflightStep("reachability", State.FAILED, "nobody listens at http://me:hunter2-hunter2@there/"),
                new PreflightStep("tls", State.SKIPPED, "not reached"));
        return run(steps, List.of(), List.of());
    }

    /** A run with these results. */
    static RunReport of(List<Result> results) {
        return run(ready(), results, List.of());
    }

    /** The same run with another level. */
    static RunReport of(List<Result> results, Level failAt) {
        RunReport run = of(results);
        return new RunReport(
                run.kitVersion(),
                run.contractHash(),
                run.at(),
                run.target(),
                failAt,
                run.preflight(),
                results,
                List.of(),
                run.requests(),
                run.took(),
                run.credentials());
    }

    static Coverage coverage() {
        ObjectNode id = Json.object().put("type", "string").put("minLength", 1).put("maxLength", 500);
        Map<Boundary, List<String>> limits = new EnumMap<>(Boundary.class);
        limits.put(Boundary.BELOW, List.of("request-max-results-above"));
        limits.put(Boundary.MINIMUM, List.of("pagination-tokens-differ", "response-page-size"));
        limits.put(Boundary.MAXIMUM, List.of());
        limits.put(Boundary.ABOVE, List.of("protocol-not-selected"));
        Map<Boundary, List<String>> type = new EnumMap<>(Map.of(Boundary.WRONG_TYPE, List.of("response-known-types")));
        return new Coverage(
                List.of(
                        new Coverage.Row(new Constraint("AuditEvent.eventId", Keyword.LENGTH, id), limits),
                        new Coverage.Row(new Constraint("AuditEvent.eventId", Keyword.TYPE, id), type)),
                Map.of("ThrottlingException", List.of("error-throttled")));
    }

    private static List<PreflightStep> ready() {
        return List.of(
                new PreflightStep("credentials", State.PASSED, "found"),
                new PreflightStep("tls", State.SKIPPED, "does not apply"));
    }

    private static RunReport run(List<PreflightStep> preflight, List<Result> results, List<Observation> observations) {
        TargetProfile target = new TargetProfile(
                "own <fake>",
                URI.create("https://me:hunter2-hunter2@cases.example:8443/base"),
                "us-east-1",
                TargetProfile.Signing.SIGV4,
                true,
                Map.of(),
                Set.of("throttled"),
                new Limits(0, 600, Duration.ofSeconds(10), Duration.ofMinutes(5)),
                false);
        return new RunReport(
                "1.2.3",
                "0123456789ab",
                Instant.parse("2026-03-02T11:02:00Z"),
                target,
                Level.MUST,
                preflight,
                results,
                observations,
                321,
                Duration.ofMillis(4321),
                List.of());
    }

    private static Result result(String id, Outcome outcome, String excuse, long millis) {
        return new Result(
                catalogue().find(id).orElseThrow(), outcome, excuse, Duration.ofMillis(millis), millis == 0 ? 0 : 2);
    }
}
