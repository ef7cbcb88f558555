package dev.casesaudit.conformance.check.response;

import static dev.casesaudit.conformance.contract.Keyword.ITEMS;
import static dev.casesaudit.conformance.contract.Keyword.LENGTH;
import static dev.casesaudit.conformance.contract.Keyword.REQUIRED;
import static dev.casesaudit.conformance.contract.Keyword.TYPE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of events, its token, and the shortest histories. */
public final class PageChecks extends ResponseTable {

    @Override
    public List<Check> checks() {
        return List.of(
                member("response-audit-events-required", "GetCaseAuditEventsResponse.auditEvents", REQUIRED),
                member("response-audit-events-type", "GetCaseAuditEventsResponse.auditEvents", TYPE),
                member("response-audit-events-items", "GetCaseAuditEventsResponse.auditEvents", ITEMS),
                responses("response-page-events-distinct", "two events", PageChecks::repeatedIds),
                member("response-audit-events-item-type", "GetCaseAuditEventsResponse.auditEvents[]", TYPE),
                member("response-next-token-type", "GetCaseAuditEventsResponse.nextToken", TYPE),
                member("response-next-token-length", "GetCaseAuditEventsResponse.nextToken", LENGTH),
                history("response-empty-history", Role.EMPTY),
                history("response-one-event-history", Role.ONE_EVENT));
    }

    private static Optional<List<Finding>> repeatedIds(Exchange exchange) {
        JsonNode events = Json.body(exchange).path("auditEvents");
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode id = events.path(i).path("eventId");
            Integer earlier = id.isTextual() ? places.putIfAbsent(id.asText(), i) : null;
            if (earlier != null) {
                findings.add(new Finding(
                        "/auditEvents/" + i + "/eventId",
                        "an id that no earlier event has",
                        "the id of the event at /auditEvents/" + earlier,
                        exchange));
            }
        }
        return places.size() + findings.size() < 2 ? Optional.empty() : Optional.of(findings);
    }

    private static Check history(String id, Role role) {
        return check(
                id,
                context -> context.with(
                        role, one -> context.onUnchangedCase(one, same -> counted(context, role, context.walk(same)))));
    }

    private static Outcome counted(CheckContext context, Role role, Walk walk) throws ProbeFailure {
        if (walk.end() == Walk.End.BROKEN) {
            return Outcome.of(walk.broken());
        }
        if (!walk.complete()) {
            return walk.notTestable();
        }
        int events = walk.events().size();
        if (role.admits(events)) {
            return new Outcome.Passed();
        }
        Finding finding = Finding.of(
                walk.lastExchange(),
                Words.count(role.minEvents(), "event") + " in " + walk.of(),
                Words.count(events, "event"));
        return context.comparedWithUnknownCase(
                List.of(finding), walk.exchanges().get(0));
    }
}
