package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.contract.Reading;
import dev.casesaudit.conformance.contract.Violation;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The responses to reading all cases of the profile. Each body of a 200 is read by the contract once. */
public final class HistorySurvey {

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Judged> bodies = new ArrayList<>();
    private final boolean aheadOfContract;

    /** The result of reading a body. The body is not kept, since its JSON tree takes many times its bytes. */
    private record Judged(Exchange exchange, boolean page, Reading reading) {}

    HistorySurvey(Contract contract, boolean aheadOfContract, List<Walk> walks) {
        this.aheadOfContract = aheadOfContract;
        for (Walk walk : walks) {
            exchanges.addAll(walk.exchanges());
            for (Exchange exchange : walk.exchanges()) {
                JsonNode body = Json.body(exchange);
                if (exchange.response().status() == 200 && !body.isMissingNode()) {
                    bodies.add(new Judged(exchange, body.path("auditEvents").isArray(), contract.read(body)));
                }
            }
        }
    }

    /** Returns all exchanges, including those without a page. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns the outcome for one constraint over all bodies. */
    public Outcome outcome(String member, Keyword keyword) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> drift = new ArrayList<>();
        int examined = 0;
        for (Judged judged : bodies) {
            examined += judged.reading().examined(member, keyword);
            for (Violation violation : judged.reading().violations()) {
                if (violation.member().equals(member) && violation.keyword() == keyword) {
                    (violation.drift() && aheadOfContract ? drift : findings)
                            .add(new Finding(violation.mismatch(), judged.exchange(), false));
                }
            }
        }
        // A response that is not a page proves nothing by having no findings.
        boolean page = bodies.stream().anyMatch(Judged::page);
        if (examined == 0 || (!page && findings.isEmpty())) {
            return new Outcome.NotTestable(String.format(Locale.ROOT, "no response has %s", member), need(member));
        }
        return findings.isEmpty() && !drift.isEmpty() ? Outcome.drifted(drift) : Outcome.of(findings);
    }

    // Every target has pages. Which members its events have depends on the cases of the profile.
    private String need(String member) {
        return bodies.isEmpty() || member.startsWith(Contract.OUTPUT) ? "" : Role.EVERY_SHAPE.label();
    }
}
