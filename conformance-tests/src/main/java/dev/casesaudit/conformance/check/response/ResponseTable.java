package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of rows in this area. All look at the answers that reading the profile's cases gave. */
abstract class ResponseTable extends CheckTable {

    // A fault that is in every event of many pages is not told of all of them.
    private static final int MOST_FINDINGS = 10_000;

    /** A constraint of the output holds wherever a page has the member. */
    static Check member(String id, String member, Keyword keyword) {
        return check(id, trial -> trial.survey().outcome(member, keyword)).covering(member, keyword);
    }

    /**
     * Nothing is wrong with any answer that has status 200.
     *
     * @param subject what an answer must have to be looked at, in words
     * @param look returns what is wrong; empty where the answer does not have the subject
     */
    static Check answers(String id, String subject, Function<Exchange, Optional<List<Finding>>> look) {
        return answers(id, subject, "", look);
    }

    /** The same where the target may not offer the subject; profiles list that as {@code need}. */
    static Check answers(String id, String subject, String need, Function<Exchange, Optional<List<Finding>>> look) {
        return check(id, trial -> judged(trial, subject, need, look));
    }

    private static Outcome judged(
            CheckContext trial, String subject, String need, Function<Exchange, Optional<List<Finding>>> look)
            throws ProbeFailure {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        boolean page = false;
        for (Exchange exchange : trial.survey().exchanges()) {
            if (exchange.answer().status() == 200) {
                Optional<List<Finding>> found = look.apply(exchange);
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
}
