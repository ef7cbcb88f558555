package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A page has no name of an error: neither the header, which only errors have, nor one that the contract declares in its body. */
final class PageNamesNoError implements Check {

    @Override
    public String id() {
        return "response-page-names-no-error";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        List<Exchange> pages = trial.survey().exchanges().stream()
                .filter(exchange -> Page.read(exchange).isPresent())
                .toList();
        return pages.isEmpty()
                ? Outcome.notTestable("no page came")
                : Outcome.of(pages.stream()
                        .map(page -> named(trial, page))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Finding> named(Trial trial, Exchange page) {
        boolean header = page.answer().header("x-amzn-errortype").isPresent();
        return ErrorName.of(page.answer())
                .filter(name -> header || trial.contract().error(name).isPresent())
                .map(name ->
                        Finding.of(page, "no name of an error on a page", String.format(Locale.ROOT, "'%s'", name)));
    }
}
