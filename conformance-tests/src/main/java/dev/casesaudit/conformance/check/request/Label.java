package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Locale;

/** An id in the path. */
enum Label {
    DOMAIN_ID("domainId"),
    CASE_ID("caseId");

    /** One code point of four bytes and two UTF-16 units. */
    static final String FOUR_BYTES = Character.toString(0x1F4E6);

    private final String member;

    Label(String member) {
        this.member = member;
    }

    String member() {
        return member;
    }

    /** Returns the errors that are right for an id that is too long. A service may first deny access to the domain. */
    String[] refusals() {
        return this == DOMAIN_ID
                ? new String[] {"ValidationException", "AccessDeniedException"}
                : new String[] {"ValidationException"};
    }

    long minimum(CheckContext context) {
        return length(context).minimum();
    }

    int maximum(CheckContext context) {
        return (int) length(context).maximum();
    }

    String of(CaseRef one) {
        return this == DOMAIN_ID ? one.domainId() : one.caseId();
    }

    /** Returns the request for a history with another id. */
    Request request(CaseRef one, String other) {
        return this == DOMAIN_ID
                ? Request.auditHistory(other, one.caseId())
                : Request.auditHistory(one.domainId(), other);
    }

    /** The same with a usual id that names nothing. */
    Request unknown(CaseRef one) {
        return request(one, "00000000-0000-4000-8000-0000000001d5");
    }

    /** The same with an id that is already percent-encoded. */
    Request withEncoded(CaseRef one, String label) {
        String domain = this == DOMAIN_ID ? label : Request.encoded(one.domainId());
        String caseId = this == CASE_ID ? label : Request.encoded(one.caseId());
        return Request.to("POST", String.format(Locale.ROOT, "/domains/%s/cases/%s/audit-history", domain, caseId));
    }

    private Constraint length(CheckContext context) {
        return context.contract().ofInput(member, Keyword.LENGTH);
    }
}
