package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at every answer with status 200 that reading the profile's cases gave. */
abstract class AnswerCheck implements Check {

    // A fault that is in every event of many pages is not told of all of them.
    private static final int MOST_FINDINGS = 10_000;

    private final String id;
    private final String subject;
    private final String need;

    AnswerCheck(String id, String subject) {
        this(id, subject, "");
    }

    /** Takes as well what the target may not offer, as profiles list it, so that no answer has the subject. */
    AnswerCheck(String id, String subject, String need) {
        this.id = id;
        this.subject = subject;
        this.need = need;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        boolean page = false;
        for (Exchange exchange : trial.survey().exchanges()) {
            if (exchange.answer().status() == 200) {
                Optional<List<Finding>> found = look(exchange);
                seen |= found.isPresent();
                if (findings.size() < MOST_FINDINGS) {
                    found.ifPresent(findings::addAll);
                }
                page = page || Page.read(exchange).isPresent();
            }
        }
        // An answer that is no page is not right for having nothing wrong with it.
        boolean judged = seen && (page || !findings.isEmpty());
        return judged ? Outcome.of(findings) : new Outcome.NotTestable("no page held " + subject, need);
    }

    /** Returns what is wrong with an answer; empty where it does not have what the check is about. */
    abstract Optional<List<Finding>> look(Exchange exchange);
}
