package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares values of fields by their content. The documents do not say in which arm of the union an event has a value,
 * and the same number may be written as 10, 10.0 or 1e1.
 */
final class FieldContent {

    // Bounded, since a response can have any number of digits.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

    private FieldContent() {}

    static ObjectNode text(String text) {
        return JsonNodeFactory.instance.objectNode().put("stringValue", text);
    }

    static ObjectNode number(double number) {
        return JsonNodeFactory.instance.objectNode().put("doubleValue", number);
    }

    /** Returns the value as a target wants it. */
    static ObjectNode of(JsonNode scalar) {
        String arm = scalar.isNumber() ? "doubleValue" : scalar.isBoolean() ? "booleanValue" : "stringValue";
        return JsonNodeFactory.instance.objectNode().set(arm, scalar);
    }

    /** Whether two unions have the same text, number or boolean. */
    static boolean same(JsonNode one, JsonNode other) {
        Optional<String> left = scalar(one);
        Optional<String> right = scalar(other);
        return left.isPresent()
                && right.isPresent()
                && (left.get().equals(right.get()) || sameNumber(left.get(), right.get()));
    }

    /** Whether an optional union is there. */
    static boolean given(JsonNode union) {
        return union.isObject();
    }

    private static Optional<String> scalar(JsonNode union) {
        return union.propertyStream()
                .filter(arm -> !arm.getKey().equals("__type") && arm.getValue().isValueNode())
                .filter(arm -> !arm.getValue().isNull())
                .map(arm -> arm.getValue().asText())
                .findFirst();
    }

    private static boolean sameNumber(String left, String right) {
        return NUMBER.matcher(left).matches()
                && NUMBER.matcher(right).matches()
                && new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
    }
}
