package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** The smallest page size is accepted. */
final class MaxResultsMinimum extends AcceptedPageSize {

    MaxResultsMinimum() {
        super("request-max-results-minimum", Boundary.MINIMUM, 3);
    }
}
