package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Page;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Set;

/** The response to the first request for a case that the target profile names as readable. */
public record FirstResponse(CaseRef of, Exchange exchange) {

    // A target may wrongly require a body or the headers of SDKs. The checks find this.
    private static final Set<Integer> PERHAPS_OTHERWISE = Set.of(400, 406, 411, 415, 422, 500);

    /** Sends the plainest request for a case and, if it is refused, a request like that of an SDK. */
    static FirstResponse to(CheckContext context, CaseRef one) throws ProbeFailure {
        FirstResponse plain = new FirstResponse(one, context.sendOnce(context.history(one)));
        if (!PERHAPS_OTHERWISE.contains(plain.response().status())) {
            return plain;
        }
        Request asSdk = context.history(one).json("{}").header("accept", "application/json");
        FirstResponse other = new FirstResponse(one, context.sendOnce(asSdk));
        return other.fromOperation() ? other : plain;
    }

    Response response() {
        return exchange.response();
    }

    /**
     * Whether the response is a page by the least demands of the contract: 200, and a JSON object with a list of
     * events.
     */
    boolean isPage() {
        return Page.read(exchange).isPresent();
    }

    /** Whether the operation sent the response, even if it is a broken page. */
    boolean fromOperation() {
        return isPage()
                || (response().status() / 100 == 2 && response().body().text().contains("\"auditEvents\""));
    }
}
