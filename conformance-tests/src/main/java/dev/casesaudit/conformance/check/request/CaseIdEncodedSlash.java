package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/** An encoded slash is part of the caseId that it stands in. */
final class CaseIdEncodedSlash extends RefusedRequest {

    CaseIdEncodedSlash() {
        super("request-case-id-encoded-slash", "ResourceNotFoundException", "AccessDeniedException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return Label.CASE_ID.request(one, Label.CASE_ID.of(one) + "/x");
    }

    @Override
    Optional<Request> neighbour(Trial trial, CaseRef one) {
        return Optional.of(Label.CASE_ID.unknown(one));
    }
}
