package dev.casesaudit.conformance.check.response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A userArnValue has the form of an ARN: six parts, of which region and account may be empty. */
final class UserArnValueArn extends AnswerCheck {

    private static final Pattern ARN = Pattern.compile("arn:[^:\\s]+:[^:\\s]+:[^:\\s]*:[^:\\s]*:\\S.*");

    UserArnValueArn() {
        super("response-user-arn-value-arn", "a userArnValue", Role.EVERY_SHAPE.label());
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        JsonNode events = Json.read(exchange.answer().body()).path("auditEvents");
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
                                "a string that is none",
                                exchange));
                    }
                }
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }
}
