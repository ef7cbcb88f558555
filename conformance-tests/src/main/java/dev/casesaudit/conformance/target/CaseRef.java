package dev.casesaudit.conformance.target;

import java.util.Locale;

/** A case of a domain. */
public record CaseRef(String domainId, String caseId) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "case '%s' of domain '%s'", caseId, domainId);
    }
}
