package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Answer;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** The response to the first request for a case that the target profile names as readable. */
record FirstAnswer(CaseRef of, Exchange exchange) {

    // A target may wrongly require a body or the headers of SDKs. The checks find this.
    private static final Set<Integer> PERHAPS_OTHERWISE = Set.of(400, 406, 411, 415, 422, 500);

    /** Sends the plainest request for a case and, if it is refused, a request like that of an SDK. */
    static FirstAnswer to(CheckContext context, CaseRef one) throws ProbeFailure {
        FirstAnswer plain = new FirstAnswer(one, context.sendOnce(context.history(one)));
        if (!PERHAPS_OTHERWISE.contains(plain.answer().status())) {
            return plain;
        }
        Request asSdk = context.history(one).json("{}").header("accept", "application/json");
        FirstAnswer other = new FirstAnswer(one, context.sendOnce(asSdk));
        return other.fromOperation() ? other : plain;
    }

    Answer answer() {
        return exchange.answer();
    }

    /** Whether the response is a page by the least demands of the contract: 200, and a JSON object with a list of events. */
    boolean isPage() {
        return Page.read(exchange).isPresent();
    }

    /** Whether the operation sent the response, even if it is a broken page. */
    boolean fromOperation() {
        return isPage()
                || (answer().status() / 100 == 2 && answer().body().text().contains("\"auditEvents\""));
    }
}
