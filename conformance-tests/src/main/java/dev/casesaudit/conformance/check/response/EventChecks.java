package dev.casesaudit.conformance.check.response;

import static dev.casesaudit.conformance.contract.Keyword.ENUM;
import static dev.casesaudit.conformance.contract.Keyword.FORMAT;
import static dev.casesaudit.conformance.contract.Keyword.LENGTH;
import static dev.casesaudit.conformance.contract.Keyword.PATTERN;
import static dev.casesaudit.conformance.contract.Keyword.REQUIRED;
import static dev.casesaudit.conformance.contract.Keyword.TYPE;
import static dev.casesaudit.conformance.contract.Keyword.UNION;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The members of events and of performedBy. */
public final class EventChecks extends ResponseTable {

    // Another requirement is about the rest of the time.
    private static final Pattern ZONE = Pattern.compile("^[^Tt]*+[Tt].*?([Zz]|[+-]\\d\\d:\\d\\d)$");
    private static final Pattern UTC = Pattern.compile("[Zz]|[+-]00:00");

    @Override
    public List<Check> checks() {
        return List.of(
                member("response-event-id-required", "AuditEvent.eventId", REQUIRED),
                member("response-event-id-type", "AuditEvent.eventId", TYPE),
                member("response-event-id-length", "AuditEvent.eventId", LENGTH),
                member("response-event-type-required", "AuditEvent.type", REQUIRED),
                member("response-event-type-type", "AuditEvent.type", TYPE),
                member("response-event-type-enum", "AuditEvent.type", ENUM),
                member("response-related-item-type-type", "AuditEvent.relatedItemType", TYPE),
                member("response-related-item-type-enum", "AuditEvent.relatedItemType", ENUM),
                member("response-performed-time-required", "AuditEvent.performedTime", REQUIRED),
                member("response-performed-time-type", "AuditEvent.performedTime", TYPE),
                member("response-performed-time-format", "AuditEvent.performedTime", FORMAT),
                responses("response-performed-time-utc", "a time with its zone", EventChecks::otherZones),
                member("response-fields-required", "AuditEvent.fields", REQUIRED),
                member("response-fields-type", "AuditEvent.fields", TYPE),
                member("response-fields-item-type", "AuditEvent.fields[]", TYPE),
                member("response-performed-by-type", "AuditEvent.performedBy", TYPE),
                member("response-user-type", "AuditEventPerformedBy.user", TYPE),
                member("response-user-union", "AuditEventPerformedBy.user", UNION),
                member("response-user-arn-type", "UserUnion.userArn", TYPE),
                member("response-user-arn-length", "UserUnion.userArn", LENGTH),
                member("response-custom-entity-type", "UserUnion.customEntity", TYPE),
                member("response-custom-entity-length", "UserUnion.customEntity", LENGTH),
                member("response-custom-entity-pattern", "UserUnion.customEntity", PATTERN),
                member("response-iam-principal-arn-required", "AuditEventPerformedBy.iamPrincipalArn", REQUIRED),
                member("response-iam-principal-arn-type", "AuditEventPerformedBy.iamPrincipalArn", TYPE),
                member("response-iam-principal-arn-length", "AuditEventPerformedBy.iamPrincipalArn", LENGTH));
    }

    private static Optional<List<Finding>> otherZones(Exchange exchange) {
        JsonNode events = Json.body(exchange).path("auditEvents");
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (int i = 0; i < events.size(); i++) {
            Matcher zone = ZONE.matcher(events.path(i).path("performedTime").asText());
            boolean found = zone.find();
            seen |= found;
            if (found && !UTC.matcher(zone.group(1)).matches()) {
                findings.add(new Finding(
                        "/auditEvents/" + i + "/performedTime",
                        "UTC",
                        "the offset " + quoted(zone.group(1)),
                        exchange));
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }
}
