package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes encoded dots into an id, which lead nowhere. URIs may be normalised on their way, so that any refusal is right. */
final class DotSegments implements Check {

    private final String id;
    private final Label label;

    DotSegments(String id, Label label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            if (Page.read(trial.once(label.unknown(one))).isPresent()) {
                return Outcome.notTestable("the target serves an unknown id too");
            }
            List<Finding> findings = new ArrayList<>();
            for (String encoded : encoded(one)) {
                Exchange exchange = trial.once(label.withEncoded(one, encoded).throughSocket());
                Page.read(exchange)
                        .map(page ->
                                Finding.of(exchange, String.format(Locale.ROOT, "no page for '%s'", encoded), "one"))
                        .ifPresent(findings::add);
            }
            return findings.isEmpty() ? trial.served(one) : Outcome.of(findings);
        });
    }

    private List<String> encoded(CaseRef one) {
        String there = Request.encoded(label.of(one));
        return List.of("%2E", "%2E%2E", there + "%2F%2E", "x%2F%2E%2E%2F" + there, "%2E%2F" + there);
    }
}
