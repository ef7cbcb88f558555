package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Refusal;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;

/** Tells whether an answer takes the ids of a request for valid ones, whether or not they name anything. */
final class ValidId {

    private ValidId() {}

    static List<Finding> findings(Exchange exchange, Contract contract) {
        if (Expect.page(exchange).isEmpty()) {
            return List.of();
        }
        Refusal refusal = Refusal.of(contract, "ResourceNotFoundException", "AccessDeniedException");
        return Expect.refusal(exchange, refusal).stream()
                .map(finding -> finding.expecting("a page, or " + refusal))
                .toList();
    }
}
