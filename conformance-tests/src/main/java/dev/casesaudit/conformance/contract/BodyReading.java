package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.text.Mismatch;
import dev.casesaudit.conformance.text.Words;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the violations of a body. It is as lenient as a client has to be: null counts as absent, unknown members are
 * ignored, and sparse lists may have null items.
 */
final class BodyReading {

    // A fault of every value would give too many violations.
    private static final int MOST_VIOLATIONS = 1_000;

    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> broken = new HashMap<>();
    private final Map<String, Integer> examined = new LinkedHashMap<>();

    Reading read(String name, JsonNode schema, JsonNode body) {
        value(name, schema, body, "");
        return new Reading(violations, examined);
    }

    private void value(String member, JsonNode schema, JsonNode value, String pointer) {
        boolean right = hasType(schema, value);
        judge(member, Keyword.TYPE, schema, right, pointer, () -> described(value, schema), false);
        if (!right) {
            return;
        }
        String name = schema.path(Document.NAME).asText(member);
        if (Union.is(schema)) {
            union(member, name, schema, value, pointer);
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(member, name, schema, value, pointer);
            case "array" -> list(member, schema, value, pointer);
            case "string" -> string(member, schema, value, pointer);
            default -> {
                // Numbers and booleans of the output have no other constraint than their type.
            }
        }
    }

    private void object(String member, String name, JsonNode schema, JsonNode value, String pointer) {
        if (Constraints.isEmpty(schema)) {
            judge(member, Keyword.EMPTY, schema, value.isEmpty(), pointer, () -> described(value, schema), false);
        }
        for (JsonNode required : schema.path("required")) {
            String one = required.asText();
            boolean present = value.hasNonNull(one);
            count(name + "." + one, Keyword.REQUIRED);
            if (!present) {
                String actual = value.has(one) ? "null" : "nothing";
                Mismatch mismatch = new Mismatch(pointer + "/" + one, "a value", actual);
                add(new Violation(name + "." + one, Keyword.REQUIRED, mismatch, false));
            }
        }
        members(name, schema, value, pointer);
    }

    private void members(String name, JsonNode schema, JsonNode value, String pointer) {
        schema.path("properties").forEachEntry((one, of) -> {
            if (value.hasNonNull(one)) {
                value(name + "." + one, of, value.path(one), pointer + "/" + one);
            }
        });
    }

    private void list(String member, JsonNode schema, JsonNode value, String pointer) {
        if (schema.has("maxItems")) {
            int size = value.size();
            boolean within = size >= schema.path("minItems").asInt(0)
                    && size <= schema.path("maxItems").asInt();
            judge(member, Keyword.ITEMS, schema, within, pointer, () -> size + " items", false);
        }
        for (int i = 0; i < value.size(); i++) {
            if (!value.path(i).isNull() || !schema.path("x-sparse").asBoolean()) {
                value(member + "[]", schema.path("items"), value.path(i), pointer + "/" + i);
            }
        }
    }

    private void union(String member, String name, JsonNode schema, JsonNode value, String pointer) {
        List<String> arms = Union.arms(schema);
        List<String> set = arms.stream().filter(value::hasNonNull).toList();
        List<String> unknown = new ArrayList<>();
        value.forEachEntry((one, of) -> {
            if (!of.isNull() && !arms.contains(one) && !one.equals("__type")) {
                unknown.add(one);
            }
        });
        // A newer contract may have an arm that is unknown today.
        boolean drift = set.isEmpty() && unknown.size() == 1;
        Supplier<String> actual = () -> set.isEmpty()
                ? unknown.isEmpty() ? "no arm" : "only " + Words.shortened(String.join(", ", unknown))
                : Words.shortened(String.join(
                        " and ", Stream.concat(set.stream(), unknown.stream()).toList()));
        boolean right = set.size() == 1 && unknown.isEmpty();
        judge(member, Keyword.UNION, schema, right, pointer, actual, drift);
        members(name, schema, value, pointer);
    }

    private void string(String member, JsonNode schema, JsonNode value, String pointer) {
        String text = value.asText();
        boolean sensitive = schema.path("x-sensitive").asBoolean();
        Supplier<String> shown = () -> sensitive ? "a masked string" : "'" + Values.cut(text) + "'";
        if (schema.has("minLength") || schema.has("maxLength")) {
            Constraint length = new Constraint(member, Keyword.LENGTH, schema);
            int points = text.codePointCount(0, text.length());
            boolean within = points >= length.minimum() && points <= length.maximum();
            judge(member, Keyword.LENGTH, schema, within, pointer, () -> points + " code points", false);
        }
        if (schema.has("enum")) {
            boolean listed = Values.contains(schema.path("enum"), text);
            boolean open = schema.path("x-open").asBoolean();
            judge(member, Keyword.ENUM, schema, listed, pointer, shown, open);
        }
        if (schema.path("format").asText().equals("date-time")) {
            judge(member, Keyword.FORMAT, schema, isInstant(text), pointer, shown, false);
        }
        if (schema.has("pattern")) {
            Pattern pattern = Pattern.compile(endAnchored(schema.path("pattern").asText()));
            judge(member, Keyword.PATTERN, schema, pattern.matcher(text).find(), pointer, shown, false);
        }
    }

    static boolean hasType(JsonNode schema, JsonNode value) {
        if (schema.has("anyOf")) {
            return value.isNumber()
                    || (value.isTextual() && Values.contains(schema.at("/anyOf/1/enum"), value.asText()));
        }
        return switch (schema.path("type").asText("object")) {
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> value.isObject();
        };
    }

    // In Java, a final $ also matches before a line break at the end. In the JavaScript patterns of OpenAPI, it does
    // not.
    private static String endAnchored(String pattern) {
        boolean anchored = pattern.endsWith("$") && !pattern.endsWith("\\$");
        return anchored ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
    }

    // Any offset is right here. Another requirement is about UTC.
    private static boolean isInstant(String text) {
        try {
            // Fractions may have more than the nine digits that Java reads.
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text.replaceFirst("(\\.\\d{9})\\d+", "$1"));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    // The description of the value is built on demand, since violations are rare.
    private void judge(
            String member,
            Keyword keyword,
            JsonNode schema,
            boolean holds,
            String pointer,
            Supplier<String> actual,
            boolean drift) {
        count(member, keyword);
        if (!holds) {
            String expected = new Constraint(member, keyword, schema).allowed();
            add(new Violation(member, keyword, new Mismatch(pointer, expected, actual.get()), drift));
        }
    }

    private void add(Violation violation) {
        String constraint = Reading.key(violation.member(), violation.keyword()) + violation.drift();
        if (broken.merge(constraint, 1, Integer::sum) <= MOST_VIOLATIONS) {
            violations.add(violation);
        }
    }

    // A value in place of an object with a sensitive member can be the value of that member.
    private static String described(JsonNode actual, JsonNode schema) {
        boolean sensitive = schema.findValues("x-sensitive").stream().anyMatch(JsonNode::asBoolean);
        return Values.described(actual, sensitive);
    }

    private void count(String member, Keyword keyword) {
        examined.merge(Reading.key(member, keyword), 1, Integer::sum);
    }
}
