package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;

/** Sends a body that cannot be read as the operation's input. Services answer it with either of two errors. */
abstract class MalformedBody extends RefusedRequest {

    private final String body;

    /** Takes the body; a format specifier in it stands for the largest maxResults, so that the form alone is wrong. */
    MalformedBody(String id, String body) {
        super(id, "SerializationException", "ValidationException");
        this.body = body;
    }

    @Override
    final Request request(Trial trial, CaseRef one) {
        long maximum = trial.contract().ofInput("maxResults", Keyword.RANGE).maximum();
        return trial.history(one).json(String.format(Locale.ROOT, body, maximum));
    }
}
