package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.text.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Describes types and values in findings. */
final class Values {

    // Longer values are cut, so that findings stay readable.
    private static final int SHOWN = 60;

    private Values() {}

    static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    static boolean contains(JsonNode values, String value) {
        return StreamSupport.stream(values.spliterator(), false)
                .anyMatch(one -> one.asText().equals(value));
    }

    static String typeName(JsonNode schema) {
        if (schema.has("anyOf")) {
            return "a number, or one of " + listed(schema.at("/anyOf/1/enum"));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> "an object";
            case "array" -> "a list";
            case "integer" -> "an integer";
            case "boolean" -> "a boolean";
            default -> "a string";
        };
    }

    /** Describes a value of a wrong type. */
    static String described(JsonNode value, boolean sensitive) {
        return switch (value.getNodeType()) {
            case NULL -> "null";
            case ARRAY -> "a list of " + Words.count(value.size(), "item");
            case OBJECT -> "an object with " + Words.count(value.size(), "member");
            case STRING ->
                sensitive ? "a masked string" : String.format(Locale.ROOT, "the string '%s'", cut(value.asText()));
            case BOOLEAN -> sensitive ? "a masked boolean" : "the boolean " + value;
            default -> sensitive ? "a masked number" : "the number " + value;
        };
    }

    static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= SHOWN
                ? text
                : String.format(
                        Locale.ROOT,
                        "%s… (%d code points)",
                        text.substring(0, text.offsetByCodePoints(0, SHOWN)),
                        length);
    }
}
