package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Mistake;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An unknown id comes back as it was sent, also where it has characters that URIs or forms give a meaning to. */
final class UnknownCaseKeepsCharacters implements Check {

    private static final String ID = "error-unknown-case-keeps-characters";

    /** A label, as it travels, and the id that it means. */
    private record Label(String encoded, String meant) {}

    // The first may stand in a path as they are; the second has to be encoded.
    private static final List<Label> LABELS = List.of(
            new Label("a+b;v=1:c@d", "a+b;v=1:c@d"),
            new Label("a%2Bb%3Bv%3D1%20c%25d%2541%3Fe%23f", "a+b;v=1 c%d%41?e#f"));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return Mistake.UNKNOWN_CASE.on(trial, one -> {
            if (!named(Mistake.UNKNOWN_CASE.made(trial, one))
                    .contains(trial.unknownCase().caseId())) {
                return Outcome.notTestable("an unknown case is not named in resourceId");
            }
            List<Finding> findings = new ArrayList<>();
            int compared = 0;
            for (Label label : LABELS) {
                Exchange exchange = trial.ask(unknown(trial.unknownCase(), label));
                String named = named(exchange);
                String asked = trial.unknownCase().caseId() + label.meant();
                compared += named.isEmpty() ? 0 : 1;
                if (!named.isEmpty() && !named.contains(asked)) {
                    findings.add(new Finding(
                            "/resourceId",
                            String.format(Locale.ROOT, "'%s'", asked),
                            String.format(Locale.ROOT, "'%s'", named),
                            exchange));
                }
            }
            return compared == 0
                    ? new Outcome.NotApplicable("the target finds such ids invalid, and names none of them")
                    : Outcome.of(findings);
        });
    }

    private static Request unknown(CaseRef unknown, Label label) {
        String history =
                Request.auditHistory(unknown.domainId(), unknown.caseId()).target();
        String target = history.replace(unknown.caseId(), unknown.caseId() + label.encoded());
        return Request.to("POST", target).throughSocket();
    }

    private static String named(Exchange exchange) {
        JsonNode id = Json.read(exchange.answer().body()).path("resourceId");
        return UnknownCaseMember.isNotFound(exchange) ? id.asText() : "";
    }
}
