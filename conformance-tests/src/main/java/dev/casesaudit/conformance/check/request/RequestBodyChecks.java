package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The body of a request as JSON. */
public final class RequestBodyChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                served("request-body-absent", history -> history)
                        .coveringInput("maxResults", Keyword.OPTIONAL, Boundary.ABSENT)
                        .coveringInput("nextToken", Keyword.OPTIONAL, Boundary.ABSENT),
                served("request-body-empty", history -> history.header("content-type", "application/json")),
                served(
                                "request-body-empty-object",
                                history -> history.json("{}").header("accept", "application/json"),
                                history -> history.header("accept", "application/json"))
                        .coveringInput("nextToken", Keyword.OPTIONAL, Boundary.ABSENT),
                served("request-body-unknown-members", history -> history.json("{\"unknownMember\":\"x\"}")),
                served(
                        "request-body-nested-unknown-members",
                        history -> history.json("{\"unknownMember\":[{\"maxResults\":{},\"nextToken\":[]}]}"),
                        history -> history.json("{\"unknownMember\":\"x\"}")),
                served("request-body-white-space", history -> history.json(" \t\r\n{ \r\n\t}\n ")),
                refusedLike(
                        "request-body-escapes",
                        (trial, one) -> tooLarge(trial, one, "\\u006daxResults"),
                        (trial, one) -> tooLarge(trial, one, "maxResults"),
                        "ValidationException"),
                check("request-body-chunked", RequestBodyChecks::chunked),
                malformed("request-body-truncated", "{\"maxResults\":%d"),
                malformed("request-body-trailing-text", "{\"maxResults\":%d} x"),
                malformed("request-body-second-value", "{\"maxResults\":%d}{}"),
                malformed("request-body-comment", "{\"maxResults\":%d /* all */}"),
                malformed("request-body-single-quotes", "{'maxResults':%d}"),
                malformed("request-body-unquoted-name", "{maxResults:%d}"),
                malformed("request-body-trailing-comma", "{\"maxResults\":%d,}"),
                malformed("request-body-form-feed", "{\f\"maxResults\":%d}"),
                malformed("request-body-leading-zeros", "{\"maxResults\":0%d}"),
                malformed("request-body-nan", "{\"maxResults\":NaN}"),
                malformed("request-body-hex-number", "{\"maxResults\":0x%x}"),
                refused(
                        "request-body-invalid-encoding",
                        (trial, one) -> latin1(trial.history(one), "{\"unknownMember\":\"\u00ff\"}"),
                        "SerializationException",
                        "ValidationException"),
                malformed("request-body-array", "[]"),
                malformed("request-body-number", "%d"),
                malformed("request-body-string", "\"{}\""),
                malformed("request-body-boolean", "true"),
                malformed("request-body-null", "null"));
    }

    private static Request tooLarge(CheckContext trial, CaseRef one, String name) {
        return trial.history(one).json("{\"" + name + "\":" + (range(trial).maximum() + 1) + "}");
    }

    private static Request latin1(Request history, String body) {
        return history.body(Content.of(body.getBytes(StandardCharsets.ISO_8859_1)))
                .header("content-type", "application/json");
    }

    private static Outcome chunked(CheckContext trial) throws ProbeFailure {
        if (trial.profile().signing() != Signing.NONE) {
            return new Outcome.NotApplicable("requests are signed, and the kit signs no body that comes in chunks");
        }
        return trial.withAnyCase(one -> {
            Request chunked = trial.history(one)
                    .header("content-type", "application/json")
                    .header("transfer-encoding", "chunked")
                    .body(Content.of("1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"))
                    .throughSocket();
            return ownHistory(trial, one, chunked, trial.history(one).json("{}"));
        });
    }
}
