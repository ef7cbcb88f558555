package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an event says, however it is written: the order of fields, the form of numbers and times, and members that are
 * null do not matter. Members that the contract does not have are left out.
 *
 * @param members the members of the event that are there, by their pointers
 * @param fields the same of each field
 */
record EventContent(Map<String, String> members, Set<Map<String, String>> fields) {

    private static final String[] MEMBERS = {
        "/type",
        "/relatedItemType",
        "/performedBy/iamPrincipalArn",
        "/performedBy/user/userArn",
        "/performedBy/user/customEntity"
    };
    private static final String[] VALUES = {"stringValue", "doubleValue", "booleanValue", "emptyValue", "userArnValue"};

    static EventContent of(RecordedEvent event) {
        Map<String, String> members = new HashMap<>();
        for (String member : MEMBERS) {
            add(members, member, event.json().at(member));
        }
        JsonNode time = event.json().path("performedTime");
        if (time.isTextual()) {
            members.put("/performedTime", time(time.asText()));
        }
        Set<Map<String, String>> fields = new HashSet<>();
        for (RecordedEvent.Field field : event.fields()) {
            Map<String, String> one = new HashMap<>();
            one.put("eventFieldId", field.id());
            for (String value : VALUES) {
                add(one, "newValue." + value, field.newValue().path(value));
                add(one, "oldValue." + value, field.oldValue().path(value));
            }
            fields.add(one);
        }
        return new EventContent(members, fields);
    }

    /** Whether a later reading says the same, and at most more. */
    boolean isKeptBy(EventContent later) {
        return later.members.entrySet().containsAll(members.entrySet()) && later.fields.containsAll(fields);
    }

    private static void add(Map<String, String> members, String name, JsonNode value) {
        if (value.isNumber()) {
            // BigDecimal keeps trailing zeros.
            members.put(name, Double.toString(value.doubleValue()));
        } else if (!value.isNull() && !value.isMissingNode()) {
            members.put(name, value.isValueNode() ? value.asText() : "an object");
        }
    }

    private static String time(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
