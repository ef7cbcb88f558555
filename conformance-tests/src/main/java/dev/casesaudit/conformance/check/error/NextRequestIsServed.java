package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request that fails spoils neither the connection nor the request after it, also where its body was left unread. */
final class NextRequestIsServed implements Check {

    @Override
    public String id() {
        return "error-next-request-is-served";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            List<Finding> before = Expect.page(trial.ask(trial.history(one)));
            if (!before.isEmpty()) {
                return Outcome.notTestable(
                        String.format(Locale.ROOT, "%s is not served anyway: %s", one, before.get(0)));
            }
            List<Finding> findings = new ArrayList<>();
            int refused = 0;
            for (Request wrong : wrong(trial, one)) {
                Exchange error;
                try {
                    error = trial.ask(wrong);
                } catch (ProbeFailure.NoAnswer e) {
                    // The finding of the check that is about this mistake alone.
                    continue;
                }
                Exchange next = trial.ask(trial.history(one));
                refused += error.answer().status() >= 400 ? 1 : 0;
                Expect.page(next).stream().map(finding -> after(error, finding)).forEach(findings::add);
            }
            if (refused == 0) {
                return Outcome.notTestable("no request was refused");
            }
            return Outcome.of(findings);
        });
    }

    private static List<Request> wrong(Trial trial, CaseRef one) {
        String unread = String.format(Locale.ROOT, "{\"maxResults\":1,\"%s\":0}", "unread".repeat(500));
        return List.of(
                trial.history(one).json("{]"),
                trial.history(one).body(Content.of(unread)).header("content-type", "application/octet-stream"),
                Request.to("POST", "/no-operation-has-this-route").json(unread));
    }

    private static Finding after(Exchange error, Finding finding) {
        return finding.expecting(
                String.format(Locale.ROOT, "%s right after %s", finding.expected(), Expect.described(error.answer())));
    }
}
