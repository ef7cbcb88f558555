package dev.casesaudit.conformance.target;

/** A case of a domain. */
public record CaseRef(String domainId, String caseId) {

    @Override
    public String toString() {
        return "case '%s' of domain '%s'".formatted(caseId, domainId);
    }
}
