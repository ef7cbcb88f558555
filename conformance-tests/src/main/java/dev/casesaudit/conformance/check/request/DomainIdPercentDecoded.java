package dev.casesaudit.conformance.check.request;

/** A domainId may be percent-encoded more than it has to be. */
final class DomainIdPercentDecoded extends EncodedId {

    DomainIdPercentDecoded() {
        super("request-domain-id-percent-decoded", Label.DOMAIN_ID);
    }
}
