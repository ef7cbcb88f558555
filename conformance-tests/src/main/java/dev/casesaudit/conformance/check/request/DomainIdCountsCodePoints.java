package dev.casesaudit.conformance.check.request;

/** The length of a domainId is counted in code points. */
final class DomainIdCountsCodePoints extends CountedLength {

    DomainIdCountsCodePoints() {
        super("request-domain-id-counts-code-points", Label.DOMAIN_ID, "ValidationException", "AccessDeniedException");
    }
}
