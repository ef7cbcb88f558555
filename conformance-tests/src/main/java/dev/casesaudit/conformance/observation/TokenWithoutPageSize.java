package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

final class TokenWithoutPageSize extends TokenQuestion {

    TokenWithoutPageSize() {
        super("token-without-page-size", "How large is the page of a token without maxResults?");
    }

    @Override
    String answer(CheckContext context, CaseRef one, String token) throws ProbeFailure {
        Exchange exchange = use(context, one, 0, token);
        Optional<Page> page = Page.read(exchange);
        if (page.isEmpty()) {
            return ResponseText.of(exchange);
        }
        return page.get().events().size() > 1 ? "larger than the page before" : "as large as the page before";
    }
}
