package dev.casesaudit.conformance.check.response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.http.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of an event is in UTC, whichever way it says so. */
final class PerformedTimeUtc extends AnswerCheck {

    // Whether the rest is a time is a requirement of its own.
    private static final Pattern ZONE = Pattern.compile("^[^Tt]*+[Tt].*?([Zz]|[+-]\\d\\d:\\d\\d)$");
    private static final Pattern UTC = Pattern.compile("[Zz]|[+-]00:00");

    PerformedTimeUtc() {
        super("response-performed-time-utc", "a time with its zone");
    }

    @Override
    Optional<List<Finding>> look(Exchange exchange) {
        JsonNode events = Json.read(exchange.answer().body()).path("auditEvents");
        List<Finding> findings = new ArrayList<>();
        boolean seen = false;
        for (int i = 0; i < events.size(); i++) {
            Matcher zone = ZONE.matcher(events.path(i).path("performedTime").asText());
            if (zone.find()) {
                seen = true;
                if (!UTC.matcher(zone.group(1)).matches()) {
                    findings.add(new Finding(
                            String.format(Locale.ROOT, "/auditEvents/%d/performedTime", i),
                            "UTC",
                            String.format(Locale.ROOT, "the offset '%s'", zone.group(1)),
                            exchange));
                }
            }
        }
        return seen ? Optional.of(findings) : Optional.empty();
    }
}
