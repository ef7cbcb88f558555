package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** A domainId of the minimum length is a valid one. */
final class DomainIdLengthMinimum extends AcceptedLength {

    DomainIdLengthMinimum() {
        super("request-domain-id-length-minimum", Label.DOMAIN_ID, Boundary.MINIMUM);
    }
}
