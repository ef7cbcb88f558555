package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.charset.StandardCharsets;

/** A body is UTF-8, also where nobody looks. */
final class BodyInvalidEncoding extends RefusedRequest {

    BodyInvalidEncoding() {
        super("request-body-invalid-encoding", "SerializationException", "ValidationException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        byte[] body = "{\"unknownMember\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        return trial.history(one).body(Content.of(body)).header("content-type", "application/json");
    }
}
