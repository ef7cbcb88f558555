package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/** A member is recognised though its name is written with an escape. */
final class BodyEscapes extends RefusedRequest {

    BodyEscapes() {
        super("request-body-escapes", "ValidationException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return tooLarge(trial, one, "\\u006daxResults");
    }

    @Override
    Optional<Request> neighbour(Trial trial, CaseRef one) {
        return Optional.of(tooLarge(trial, one, "maxResults"));
    }

    private static Request tooLarge(Trial trial, CaseRef one, String name) {
        long tooLarge = trial.contract().ofInput("maxResults", Keyword.RANGE).maximum() + 1;
        return trial.history(one).json("{\"" + name + "\":" + tooLarge + "}");
    }
}
