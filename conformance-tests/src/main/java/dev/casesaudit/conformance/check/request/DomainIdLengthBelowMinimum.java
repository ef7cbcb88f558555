package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Boundary;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** An empty domainId is not an id. */
final class DomainIdLengthBelowMinimum extends RefusedRequest {

    DomainIdLengthBelowMinimum() {
        super(
                "request-domain-id-length-below-minimum",
                "ValidationException",
                "UnknownOperationException",
                "ResourceNotFoundException",
                "AccessDeniedException");
    }

    @Override
    public Set<Cell> covers(Contract contract) {
        return Set.of(Label.DOMAIN_ID.length(contract).at(Boundary.BELOW));
    }

    @Override
    Request request(Trial trial, CaseRef one) {
        // HTTP clients are known to mend a path with two slashes in a row.
        return Label.DOMAIN_ID.request(one, "").throughSocket();
    }
}
