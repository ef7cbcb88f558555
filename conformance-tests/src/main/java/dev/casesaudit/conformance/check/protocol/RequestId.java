package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.contract.Cell;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The header that every answer carries. */
final class RequestId {

    static final String HEADER = "x-amzn-requestid";

    private RequestId() {}

    static Set<Cell> covered(Contract contract, Keyword keyword) {
        return contract.constraint("header." + HEADER, keyword).cells();
    }

    static Optional<String> of(Exchange exchange) {
        return exchange.reply() instanceof Reply.Answer answer ? answer.header(HEADER) : Optional.empty();
    }

    static Optional<Finding> missing(Exchange exchange, String of) {
        return of(exchange).isPresent()
                ? Optional.empty()
                : Optional.of(Finding.of(exchange, String.format(Locale.ROOT, "%s on %s", HEADER, of), "none"));
    }
}
