package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.text.Words;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

final class TimeForm extends CaseQuestion {

    TimeForm() {
        super("time-form", "How is performedTime written?", LONGEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Set<String> forms = new TreeSet<>();
        for (JsonNode event : context.walk(one).events()) {
            forms.add(form(event.path("performedTime").asText()));
        }
        return forms.isEmpty() ? "not seen: no event" : String.join(", ", forms);
    }

    private static String form(String time) {
        if (!time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)")) {
            return "other";
        }
        int point = time.indexOf('.');
        int zone = time.endsWith("Z") ? time.length() - 1 : time.length() - "+00:00".length();
        String zoned = time.endsWith("Z") ? "Z" : "offset";
        return String.format(
                Locale.ROOT, "%s and %s", point < 0 ? "seconds" : Words.count(zone - point - 1, "decimal"), zoned);
    }
}
