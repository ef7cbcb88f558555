package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import java.util.List;

/** The media types of requests and responses. */
public final class NegotiationChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                readable("request-content-type-charset", "application/json; charset=utf-8"),
                readable("request-content-type-parameters", "application/json;version=1; q=x"),
                readable("request-content-type-letter-case", "Application/JSON"),
                unreadable("request-content-type-other", "text/plain"),
                unreadable("request-content-type-form", "application/x-www-form-urlencoded"),
                unreadable("request-content-type-other-json", "application/hal+json"),
                refused(
                        "request-content-type-absent",
                        (context, one) -> untyped(context.history(one)),
                        "UnsupportedMediaTypeException"),
                served(
                        "request-accept-absent",
                        history -> history.json("{}"),
                        history -> history.json("{}").header("accept", "application/json")),
                acceptable("request-accept-anything", "*/*"),
                acceptable("request-accept-any-application", "application/*"),
                acceptable("request-accept-json", "application/json"),
                acceptable("request-accept-weights", "text/html;q=0.9, application/json; q=0.1"),
                acceptable("request-accept-list", "text/html, application/xml,application/json"),
                unacceptable("request-accept-html", "text/html"),
                unacceptable("request-accept-other-json", "application/hal+json"),
                unacceptable("request-accept-xml", "application/xml"),
                unacceptable("request-accept-refuses-json", "application/json;q=0"));
    }

    private static Check readable(String id, String contentType) {
        return served(id, history -> untyped(history).header("content-type", contentType));
    }

    private static Check unreadable(String id, String contentType) {
        return refused(
                id,
                (context, one) -> untyped(context.history(one)).header("content-type", contentType),
                "UnsupportedMediaTypeException");
    }

    private static Check acceptable(String id, String accept) {
        return served(id, history -> history.json("{}").header("accept", accept));
    }

    private static Check unacceptable(String id, String accept) {
        return refused(
                id,
                (context, one) -> context.history(one).json("{}").header("accept", accept),
                "NotAcceptableException");
    }

    private static Request untyped(Request history) {
        return history.body(Content.of("{}"));
    }
}
