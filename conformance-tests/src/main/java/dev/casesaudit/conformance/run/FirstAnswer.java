package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** The answer to the first request for a case that the target profile names as readable. */
record FirstAnswer(CaseRef of, Exchange exchange) {

    // A target may wrongly insist on a body, or on headers that every SDK sends; that is for the checks to find.
    private static final Set<Integer> PERHAPS_OTHERWISE = Set.of(400, 406, 411, 415, 422, 500);

    /** Asks for a case as plainly as possible and, where that is refused, as an SDK does. */
    static FirstAnswer to(CheckContext trial, CaseRef one) throws ProbeFailure {
        FirstAnswer plain = new FirstAnswer(one, trial.once(trial.history(one)));
        if (!PERHAPS_OTHERWISE.contains(plain.answer().status())) {
            return plain;
        }
        Request asSdk = trial.history(one).json("{}").header("accept", "application/json");
        FirstAnswer other = new FirstAnswer(one, trial.once(asSdk));
        return other.fromOperation() ? other : plain;
    }

    Answer answer() {
        return exchange.answer();
    }

    /** Whether it is a page by the least that the contract demands: 200, and a JSON object with a list of events. */
    boolean isPage() {
        return Page.read(exchange).isPresent();
    }

    /** Whether it is the operation's, be it a page or one that is broken. */
    boolean fromOperation() {
        return isPage()
                || (answer().status() / 100 == 2 && answer().body().text().contains("\"auditEvents\""));
    }
}
