package dev.casesaudit.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.contract.WireTime;
import dev.casesaudit.server.json.Utf8;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a value by its shape, and reports every deviation. Returns the value in its wire form: without null members,
 * times in UTC. Returns a missing node where it reported a problem.
 */
public final class StrictReader {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private StrictReader() {}

    public static JsonNode read(JsonNode node, Shape shape, Place place) {
        if (shape instanceof Shape.Text text) {
            return text(node, text, place);
        } else if (shape instanceof Shape.WholeNumber number) {
            return wholeNumber(node, number.min(), number.max(), place);
        } else if (shape instanceof Shape.LongNumber number) {
            return wholeNumber(node, number.min(), number.max(), place);
        } else if (shape instanceof Shape.Amount amount) {
            return node.isNumber() && node.asDouble() > 0 && node.asDouble() <= amount.max()
                    ? node
                    : refuse(
                            place,
                            String.format(
                                    Locale.ROOT,
                                    "a number above 0, at most %s",
                                    new BigDecimal(amount.max()).toPlainString()),
                            node);
        } else if (shape instanceof Shape.DoubleNumber) {
            return doubleNumber(node, place);
        } else if (shape instanceof Shape.Flag) {
            return node.isBoolean() ? node : refuse(place, "true or false", node);
        } else if (shape instanceof Shape.Timestamp) {
            return timestamp(node, place);
        } else if (shape instanceof Shape.ListOf list) {
            return list(node, list, place);
        } else if (shape instanceof Shape.MapOf map) {
            return map(node, map, place);
        } else if (shape instanceof Shape.Union union) {
            return union(node, union, place);
        } else {
            return structure(node, (Shape.Structure) shape, place);
        }
    }

    private static JsonNode refuse(Place place, String expected, JsonNode got) {
        place.report(expected, got);
        return NOTHING;
    }

    private static JsonNode text(JsonNode node, Shape.Text shape, Place place) {
        if (!node.isTextual()) {
            return refuse(place, "a string", node);
        }
        String value = node.asText();
        if (!shape.values().isEmpty() && !shape.values().contains(value)) {
            return refuse(place, "one of " + String.join(", ", shape.values()), node);
        }
        int length = Utf8.codePoints(value);
        if (length < shape.minLength() || length > shape.maxLength()) {
            place.report(
                    String.format(Locale.ROOT, "a length from %d to %d", shape.minLength(), shape.maxLength()),
                    String.format(Locale.ROOT, "%d characters", length));
            return NOTHING;
        }
        Optional<String> mismatch = shape.pattern()
                .filter(pattern -> !pattern.matcher(value).matches())
                .map(pattern -> "a string that matches " + pattern);
        if (mismatch.isPresent()) {
            place.report(
                    mismatch.get(), shape.sensitive() ? "one that does not (it is not shown)" : Quotes.quote(value));
            return NOTHING;
        }
        if (!Utf8.isEncodable(value)) {
            place.report("Unicode text", "half of a surrogate pair");
            return NOTHING;
        }
        return node;
    }

    private static JsonNode wholeNumber(JsonNode node, long min, long max, Place place) {
        boolean inRange =
                node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= min && node.asLong() <= max;
        return inRange
                ? node
                : refuse(place, String.format(Locale.ROOT, "a whole number from %d to %d", min, max), node);
    }

    private static JsonNode map(JsonNode node, Shape.MapOf shape, Place place) {
        if (!node.isObject()) {
            return refuse(place, "an object", node);
        }
        if (node.size() > shape.maxEntries()) {
            return refuse(place, String.format(Locale.ROOT, "at most %d members", shape.maxEntries()), node);
        }
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        node.forEachEntry((key, value) -> {
            text(TextNode.valueOf(key), shape.key(), place.child(key));
            set(read, key, read(value, shape.value(), place.child(key)));
        });
        return read;
    }

    private static JsonNode doubleNumber(JsonNode node, Place place) {
        if (node.isNumber() && Double.isFinite(node.asDouble())) {
            return DoubleNode.valueOf(node.asDouble());
        }
        // YAML, Python and the AWS CLI may write the strings without quotes. A number beyond the range of a double is a
        // different node.
        if (node.isDouble()) {
            return TextNode.valueOf(node.asText());
        }
        return node.isTextual() && Shape.DoubleNumber.NOT_FINITE.contains(node.asText())
                ? node
                : refuse(
                        place,
                        "a finite number, or one of the strings " + String.join(", ", Shape.DoubleNumber.NOT_FINITE),
                        node);
    }

    // The AWS CLI prints times with an offset, Python with a blank for the T; the wire form is UTC.
    private static JsonNode timestamp(JsonNode node, Place place) {
        String text = node.isTextual() ? node.asText() : "";
        if (WireTime.quickly(text).isPresent() && !text.startsWith("0000")) {
            return node;
        }
        return WireTime.leniently(text)
                .<JsonNode>map(time -> TextNode.valueOf(time.toString()))
                .orElseGet(() -> refuse(place, "an ISO 8601 time with its zone, such as '2026-01-31T09:30:00Z'", node));
    }

    private static JsonNode list(JsonNode node, Shape.ListOf shape, Place place) {
        if (!node.isArray()) {
            return refuse(place, "a list", node);
        }
        ArrayNode read = JsonNodeFactory.instance.arrayNode(node.size());
        for (int i = 0; i < node.size(); i++) {
            boolean allowedNull = shape.sparse() && node.path(i).isNull();
            read.add(allowedNull ? node.path(i) : read(node.path(i), shape.item(), place.child(i)));
        }
        return read;
    }

    private static JsonNode structure(JsonNode node, Shape.Structure shape, Place place) {
        if (!node.isObject()) {
            return refuse(place, "an object", node);
        }
        reportUnknown(node, shape.members().keySet(), place);
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        shape.members().forEach((name, member) -> {
            if (node.hasNonNull(name)) {
                set(read, name, read(node.path(name), member.shape(), place.child(name)));
            } else if (member.required() && node.has(name)) {
                place.child(name).report("a value", "null");
            } else if (member.required()) {
                place.report(String.format(Locale.ROOT, "the member '%s'", name), node);
            }
        });
        return read;
    }

    private static JsonNode union(JsonNode node, Shape.Union shape, Place place) {
        if (!node.isObject()) {
            return refuse(place, "an object with " + oneArm(shape), node);
        }
        reportUnknown(node, shape.arms().keySet(), place);
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        List<String> present = new ArrayList<>(1);
        shape.arms().forEach((arm, value) -> {
            if (node.hasNonNull(arm)) {
                present.add(arm);
                set(read, arm, read(node.path(arm), value, place.child(arm)));
            }
        });
        if (present.size() != 1) {
            place.report(
                    oneArm(shape),
                    present.isEmpty()
                            ? "none"
                            : present.stream().map(Quotes::quote).collect(Collectors.joining(" and ")));
        }
        return read;
    }

    private static String oneArm(Shape.Union shape) {
        return "exactly one of " + String.join(", ", shape.arms().keySet());
    }

    private static void set(ObjectNode read, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            read.set(name, value);
        }
    }

    public static void reportUnknown(JsonNode object, Collection<String> known, Place place) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                place.child(name)
                        .report(
                                known.isEmpty() ? "no members" : "only the members " + String.join(", ", known),
                                Quotes.quote(name));
            }
        });
    }
}
