package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.stream.StreamSupport;

final class NullMembers extends CaseQuestion {

    NullMembers() {
        super("null-members", "Are members without a value written as null?", LONGEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Walk walk = context.walk(one);
        for (Exchange exchange : walk.exchanges()) {
            if (holdsNull(Json.read(exchange.response().body()))) {
                return "yes";
            }
        }
        return walk.events().isEmpty() ? "not seen: no event" : "no";
    }

    private static boolean holdsNull(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false)
                .anyMatch(inner -> (inner.isNull() && value.isObject()) || holdsNull(inner));
    }
}
