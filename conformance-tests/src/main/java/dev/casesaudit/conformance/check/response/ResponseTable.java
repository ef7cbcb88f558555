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

/** The kinds of rows in this area. They look at the responses to reading all cases of the profile. */
abstract class ResponseTable extends CheckTable {

    // A fault of every event of many pages would give too many findings.
    private static final int MOST_FINDINGS = 10_000;

    /** A constraint of the output holds for each occurrence of the member. */
    static Check member(String id, String member, Keyword keyword) {
        return check(id, context -> context.survey().outcome(member, keyword)).covering(member, keyword);
    }

    /**
     * No response with status 200 has a finding.
     *
     * @param subject what the check looks at, in words
     * @param look returns the findings, or empty if the response does not have the subject
     */
    static Check responses(String id, String subject, Function<Exchange, Optional<List<Finding>>> look) {
        return responses(id, subject, "", look);
    }

    /** The same for a subject that a target may not offer. Profiles list it as {@code need}. */
    static Check responses(String id, String subject, String need, Function<Exchange, Optional<List<Finding>>> look) {
        return check(id, context -> judged(context, subject, need, look));
    }

    private static Outcome judged(
            CheckContext context, String subject, String need, Function<Exchange, Optional<List<Finding>>> look)
            throws ProbeFailure {
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        boolean page = false;
        for (Exchange exchange : context.survey().exchanges()) {
            if (exchange.response().status() == 200) {
                Optional<List<Finding>> found = look.apply(exchange);
                seen |= found.isPresent();
                if (findings.size() < MOST_FINDINGS) {
                    found.ifPresent(findings::addAll);
                }
                page = page || Page.read(exchange).isPresent();
            }
        }
        // A response that is not a page proves nothing by having no findings.
        boolean judged = seen && (page || !findings.isEmpty());
        return judged ? Outcome.of(findings) : new Outcome.NotTestable("no page has " + subject, need);
    }
}
