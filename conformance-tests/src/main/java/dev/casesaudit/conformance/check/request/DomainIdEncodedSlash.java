package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/** An encoded slash is part of the domainId that it stands in. */
final class DomainIdEncodedSlash extends RefusedRequest {

    DomainIdEncodedSlash() {
        super("request-domain-id-encoded-slash", "ResourceNotFoundException", "AccessDeniedException");
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        return Label.DOMAIN_ID.request(one, Label.DOMAIN_ID.of(one) + "/x");
    }

    @Override
    Optional<Request> neighbour(Trial trial, CaseRef one) {
        return Optional.of(Label.DOMAIN_ID.unknown(one));
    }
}
