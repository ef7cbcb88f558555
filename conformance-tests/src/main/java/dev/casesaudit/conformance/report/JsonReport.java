package dev.casesaudit.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.observation.Observation;
import dev.casesaudit.conformance.requirement.Source;
import dev.casesaudit.conformance.run.PreflightStep;
import dev.casesaudit.conformance.run.Result;
import dev.casesaudit.conformance.run.ResultStatus;
import dev.casesaudit.conformance.run.RunReport;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.List;
import java.util.Locale;

/**
 * The report for programs, format 1. Members have a fixed order and are never left out: missing values are empty. Two
 * runs with the same results differ only in {@code at}, the start of the run, and in {@code exchange}.
 *
 * <p>{@code standing} is one of passed, failed, not testable, excused, stale, drifted, deviated, not applicable,
 * not tried, kit error;
 * {@code counts} says whether the result makes the run fail. {@code moreFindings} is the number of further findings.
 * {@code causes} groups the results that did not pass: {@code requirements} are ids, of which {@code example} is the
 * first. A result with findings of several causes is in each of them. An exchange has a {@code response}, or in
 * {@code silence} the reason why there is none, and in {@code received} the first bytes that came. A body is cut at
 * 100,000 characters, and says so at its end.
 */
final class JsonReport {

    private static final int FORMAT = 1;
    private static final int BODY = 100_000;

    private final MaskedReport report;
    private final RunReport run;
    private final CurlCommand repeat;

    private JsonReport(MaskedReport report) {
        this.report = report;
        this.run = report.run();
        this.repeat = new CurlCommand(run.target());
    }

    static String render(MaskedReport report) {
        return JsonText.of(new JsonReport(report).document());
    }

    private ObjectNode document() {
        ObjectNode document = Json.object();
        document.put("format", FORMAT);
        document.put("kit", run.kitVersion());
        document.put("contract", run.contractHash());
        document.put("at", run.at().toString());
        document.set("target", target(run.target()));
        document.put("failAt", run.failAt().name());
        document.put("verdict", run.verdict().label());
        document.put("exitCode", run.verdict().exitCode());
        document.put("because", run.because());
        ObjectNode counts = document.putObject("counts");
        for (ResultStatus status : ResultStatus.values()) {
            counts.put(status.label(), run.count(status));
        }
        document.put("requests", run.requests());
        document.putArray("preflight");
        run.preflight().forEach(step -> document.withArray("/preflight").add(step(step)));
        document.putArray("results");
        run.results().forEach(result -> document.withArray("/results").add(result(result)));
        document.putArray("causes");
        report.causes().forEach(cause -> document.withArray("/causes").add(cause(cause)));
        document.putArray("observations");
        run.observations().forEach(one -> document.withArray("/observations").add(observation(one)));
        return document;
    }

    private static ObjectNode target(TargetProfile target) {
        return Json.object()
                .put("name", target.name())
                .put("endpoint", target.endpoint().toString())
                .put("region", target.region())
                .put("signing", target.signing().label())
                .put("aheadOfContract", target.aheadOfContract());
    }

    private static ObjectNode step(PreflightStep step) {
        return Json.object()
                .put("name", step.name())
                .put("state", step.state().label())
                .put("detail", step.detail());
    }

    private ObjectNode result(Result result) {
        ObjectNode json = Json.object();
        json.put("id", result.requirement().id());
        json.put("area", result.requirement().area().label());
        json.put("level", result.requirement().level().name());
        json.put("standing", result.status().label());
        json.put("counts", run.counts(result));
        json.put("statement", result.requirement().statement());
        json.put("hint", result.requirement().hint());
        json.putArray("sources");
        result.requirement()
                .sources()
                .forEach(source -> json.withArray("/sources").add(source(source)));
        json.put("excuse", result.excuse());
        json.put("reason", result.reason());
        json.put("requests", result.requests());
        json.putArray("findings");
        result.findings().forEach(finding -> json.withArray("/findings").add(finding(finding)));
        json.put("moreFindings", result.moreFindings());
        json.put("command", repeat.check(result.requirement().id()));
        return json;
    }

    private static ObjectNode cause(Cause cause) {
        ObjectNode json = Json.object();
        json.put("cause", cause.text());
        json.put("standing", cause.status().label());
        json.put("example", cause.example().id());
        json.putArray("requirements");
        cause.ids().forEach(json.withArray("/requirements")::add);
        return json;
    }

    private static ObjectNode source(Source source) {
        return Json.object()
                .put("key", source.key())
                .put("title", source.title())
                .put("url", source.url());
    }

    private ObjectNode finding(Finding finding) {
        ObjectNode json = Json.object();
        json.put("pointer", finding.pointer());
        json.put("expected", finding.expected());
        json.put("actual", finding.actual());
        json.set("exchange", exchange(finding.evidence()));
        return json;
    }

    private ObjectNode exchange(Exchange exchange) {
        ObjectNode json = Json.object();
        ObjectNode request = json.putObject("request");
        request.put("method", exchange.request().method());
        request.put("target", exchange.request().target());
        addMessage(request, exchange.request().headers(), exchange.request().body());
        if (exchange.reply() instanceof Reply.Response response) {
            ObjectNode message = json.putObject("response");
            message.put("status", response.status());
            addMessage(message, response.headers(), response.body());
        } else {
            Reply.Silence silence = (Reply.Silence) exchange.reply();
            json.put("silence", silence.reason());
            json.put("received", silence.received().text());
        }
        json.put("curl", repeat.exchange(exchange.request()));
        return json;
    }

    private static void addMessage(ObjectNode json, List<Header> headers, Content body) {
        json.putArray("headers");
        headers.forEach(header ->
                json.withArray("/headers").add(String.format(Locale.ROOT, "%s: %s", header.name(), header.value())));
        json.put("body", Printable.cut(body.text(), BODY));
    }

    private static ObjectNode observation(Observation one) {
        return Json.object().put("id", one.id()).put("question", one.question()).put("answer", one.answer());
    }
}
