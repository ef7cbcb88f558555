package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** A domainId above the maximum length is invalid, and not only unknown. */
final class DomainIdLengthAboveMaximum extends RefusedRequest {

    DomainIdLengthAboveMaximum() {
        super("request-domain-id-length-above-maximum", "ValidationException", "AccessDeniedException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(Label.DOMAIN_ID.length(contract).at(Boundary.ABOVE));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        int tooLong = (int) Label.DOMAIN_ID.length(trial.contract()).maximum() + 1;
        return Label.DOMAIN_ID.request(one, "a".repeat(tooLong));
    }
}
