package dev.casesaudit.server.audit;

/** Identifies a case. The same case id in two domains is two cases. */
public record CaseKey(String domainId, String caseId) {

    /** For an operation on a domain, which names no case. No case has an empty id. */
    public static CaseKey ofDomain(String domainId) {
        return new CaseKey(domainId, "");
    }

    public boolean isOfDomain() {
        return caseId.isEmpty();
    }
}
