package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** A domainId of the maximum length is a valid one. */
final class DomainIdLengthMaximum extends AcceptedLength {

    DomainIdLengthMaximum() {
        super("request-domain-id-length-maximum", Label.DOMAIN_ID, Boundary.MAXIMUM);
    }
}
