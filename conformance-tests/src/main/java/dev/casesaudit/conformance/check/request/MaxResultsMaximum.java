package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.contract.Boundary;

/** The largest page size is accepted. */
final class MaxResultsMaximum extends AcceptedPageSize {

    MaxResultsMaximum() {
        super("request-max-results-maximum", Boundary.MAXIMUM, 1);
    }
}
