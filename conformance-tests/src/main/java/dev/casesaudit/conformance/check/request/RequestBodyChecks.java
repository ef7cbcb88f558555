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

/** The JSON of request bodies. */
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
                        (context, one) -> tooLarge(context, one, "\\u006daxResults"),
                        (context, one) -> tooLarge(context, one, "maxResults"),
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
                        (context, one) -> latin1(context.history(one), "{\"unknownMember\":\"\u00ff\"}"),
                        "SerializationException",
                        "ValidationException"),
                malformed("request-body-array", "[]"),
                malformed("request-body-number", "%d"),
                malformed("request-body-string", "\"{}\""),
                malformed("request-body-boolean", "true"),
                malformed("request-body-null", "null"));
    }

    private static Request tooLarge(CheckContext context, CaseRef one, String name) {
        return context.history(one).json("{\"" + name + "\":" + (range(context).maximum() + 1) + "}");
    }

    private static Request latin1(Request history, String body) {
        return history.body(Content.of(body.getBytes(StandardCharsets.ISO_8859_1)))
                .header("content-type", "application/json");
    }

    private static Outcome chunked(CheckContext context) throws ProbeFailure {
        if (context.profile().signing() != Signing.NONE) {
            return new Outcome.NotApplicable("the kit does not sign bodies in chunks");
        }
        return context.withAnyCase(one -> {
            Request chunked = context.history(one)
                    .header("content-type", "application/json")
                    .header("transfer-encoding", "chunked")
                    .body(Content.of("1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"))
                    .throughSocket();
            return ownHistory(context, one, chunked, context.history(one).json("{}"));
        });
    }
}
