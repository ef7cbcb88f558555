package dev.casesaudit.conformance.check.response;

import static dev.casesaudit.conformance.contract.Keyword.EMPTY;
import static dev.casesaudit.conformance.contract.Keyword.LENGTH;
import static dev.casesaudit.conformance.contract.Keyword.REQUIRED;
import static dev.casesaudit.conformance.contract.Keyword.TYPE;
import static dev.casesaudit.conformance.contract.Keyword.UNION;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of events and their values. */
public final class FieldChecks extends ResponseTable {

    // Six parts. Region and account may be empty.
    private static final Pattern ARN = Pattern.compile("arn:[^:\\s]+:[^:\\s]+:[^:\\s]*:[^:\\s]*:\\S.*");

    @Override
    public List<Check> checks() {
        return List.of(
                member("response-event-field-id-required", "AuditEventField.eventFieldId", REQUIRED),
                member("response-event-field-id-type", "AuditEventField.eventFieldId", TYPE),
                member("response-event-field-id-length", "AuditEventField.eventFieldId", LENGTH),
                member("response-old-value-type", "AuditEventField.oldValue", TYPE),
                member("response-old-value-union", "AuditEventField.oldValue", UNION),
                member("response-string-value-type", "AuditEventFieldValueUnion.stringValue", TYPE),
                member("response-string-value-length", "AuditEventFieldValueUnion.stringValue", LENGTH),
                member("response-double-value-type", "AuditEventFieldValueUnion.doubleValue", TYPE),
                member("response-boolean-value-type", "AuditEventFieldValueUnion.booleanValue", TYPE),
                member("response-empty-value-type", "AuditEventFieldValueUnion.emptyValue", TYPE),
                member("response-empty-value-empty", "AuditEventFieldValueUnion.emptyValue", EMPTY),
                member("response-user-arn-value-type", "AuditEventFieldValueUnion.userArnValue", TYPE),
                responses(
                        "response-user-arn-value-arn",
                        "a userArnValue",
                        Role.EVERY_SHAPE.label(),
                        FieldChecks::otherThanArns),
                member("response-new-value-required", "AuditEventField.newValue", REQUIRED),
                member("response-new-value-type", "AuditEventField.newValue", TYPE),
                member("response-new-value-union", "AuditEventField.newValue", UNION));
    }

    private static Optional<List<Finding>> otherThanArns(Exchange exchange) {
        JsonNode events = Json.body(exchange).path("auditEvents");
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (int i = 0; i < events.size(); i++) {
            JsonNode fields = events.path(i).path("fields");
            for (int j = 0; j < fields.size(); j++) {
                for (String member : List.of("oldValue", "newValue")) {
                    JsonNode value = fields.path(j).path(member).path("userArnValue");
                    seen |= value.isTextual();
                    if (value.isTextual() && !ARN.matcher(value.asText()).matches()) {
                        findings.add(new Finding(
                                String.format(Locale.ROOT, "/auditEvents/%d/fields/%d/%s/userArnValue", i, j, member),
                                "an ARN, as in arn:aws:connect:REGION:ACCOUNT:instance/ID/agent/ID",
                                "another string",
                                exchange));
                    }
                }
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }
}
