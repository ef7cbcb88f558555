package dev.casesaudit.server.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.AuditEventFieldValueUnion;
import dev.casesaudit.api.model.FieldValue;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.json.Utf8;
import java.util.Map;

/** The values of fields, in their forms of the contract. */
public final class FieldValues {

    /** No value. */
    public static final FieldValueUnion EMPTY = new FieldValueUnion.EmptyValue(Map.of());

    private static final int OWN_BYTES = 64;

    private FieldValues() {}

    public static FieldValueUnion text(String text) {
        return new FieldValueUnion.StringValue(text);
    }

    public static boolean isEmpty(FieldValueUnion value) {
        return value instanceof FieldValueUnion.EmptyValue;
    }

    public static FieldValue of(String id, FieldValueUnion value) {
        return new FieldValue(id, value);
    }

    /** Returns the value of valid JSON. */
    public static FieldValueUnion of(JsonNode json) {
        if (json.has("stringValue")) {
            return new FieldValueUnion.StringValue(json.path("stringValue").asText());
        } else if (json.has("doubleValue")) {
            JsonNode number = json.path("doubleValue");
            return new FieldValueUnion.DoubleValue(
                    number.isNumber() ? number.asDouble() : Double.parseDouble(number.asText()));
        } else if (json.has("booleanValue")) {
            return new FieldValueUnion.BooleanValue(json.path("booleanValue").asBoolean());
        } else if (json.has("userArnValue")) {
            return new FieldValueUnion.UserArnValue(json.path("userArnValue").asText());
        }
        return EMPTY;
    }

    /**
     * Returns the value as an audit event has it.
     *
     * @param longest the most code points of a text
     */
    public static AuditEventFieldValueUnion audited(FieldValueUnion value, int longest) {
        if (value instanceof FieldValueUnion.StringValue text) {
            return new AuditEventFieldValueUnion.StringValue(cut(text.stringValue(), longest));
        } else if (value instanceof FieldValueUnion.DoubleValue number) {
            return new AuditEventFieldValueUnion.DoubleValue(number.doubleValue());
        } else if (value instanceof FieldValueUnion.BooleanValue flag) {
            return new AuditEventFieldValueUnion.BooleanValue(flag.booleanValue());
        } else if (value instanceof FieldValueUnion.UserArnValue user) {
            return new AuditEventFieldValueUnion.UserArnValue(user.userArnValue());
        }
        return new AuditEventFieldValueUnion.EmptyValue(Map.of());
    }

    private static String cut(String text, int longest) {
        return Utf8.codePoints(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** Returns roughly how many bytes of memory a value needs. */
    public static long bytes(FieldValueUnion value) {
        return OWN_BYTES
                + (value instanceof FieldValueUnion.StringValue text
                        ? Utf8.memory(text.stringValue())
                        : value instanceof FieldValueUnion.UserArnValue user ? Utf8.memory(user.userArnValue()) : 0);
    }
}
