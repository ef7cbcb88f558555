package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.List;

final class EqualTimesOrder extends CaseQuestion {

    EqualTimesOrder() {
        super("equal-times-order", "In which order do events with the same performedTime come?", LONGEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        List<JsonNode> events = context.walk(one).events();
        boolean rising = false;
        boolean falling = false;
        for (int i = 1; i < events.size(); i++) {
            JsonNode before = events.get(i - 1);
            JsonNode after = events.get(i);
            String time = before.path("performedTime").asText();
            if (!time.isEmpty() && time.equals(after.path("performedTime").asText())) {
                int order = before.path("eventId")
                        .asText()
                        .compareTo(after.path("eventId").asText());
                rising |= order < 0;
                falling |= order > 0;
            }
        }
        if (!rising && !falling) {
            return "not seen: no two events in a row have the same time";
        }
        return rising && falling ? "not by eventId" : rising ? "by eventId, rising" : "by eventId, falling";
    }
}
