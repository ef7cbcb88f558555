package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A value of a document and its place. Reading goes on after a problem, so that a user sees all problems at once. */
public final class Input {

    // A user with a scheme before it, or with a colon and a password after it.
    private static final Pattern USER = Pattern.compile("(?<![^\\s'=])(?:(\\w+://)[^\\n]*|(?=[^\\n'@]*:)[^\\n']*)@");

    private static final Pattern QUERY = Pattern.compile("(\\w://[^\\s?#]*[?#])[^\\s']+");

    private final Origin origin;
    private final String pointer;
    private final JsonNode node;
    private final Problems problems;

    public Input(Origin origin, JsonNode root, Problems problems) {
        this(origin, "", root, problems);
    }

    private Input(Origin origin, String pointer, JsonNode node, Problems problems) {
        this.origin = origin;
        this.pointer = pointer;
        this.node = node;
        this.problems = problems;
    }

    public String place() {
        return origin.place(pointer);
    }

    /** Adds the problem that this value is not the expected one. */
    public void unlike(String expected) {
        problems.add(place(), expected, described());
    }

    /** Returns a member. An absent one is a problem. */
    public Optional<Input> require(String name, String expected) {
        if (node.isObject() && !node.has(name)) {
            problems.add(at(name, node).place(), expected, "nothing");
        }
        return Optional.ofNullable(node.get(name)).map(value -> at(name, value));
    }

    /** Returns the members. Anything but an object is a problem. */
    public Map<String, Input> members() {
        Map<String, Input> members = new LinkedHashMap<>();
        if (node.isObject()) {
            node.forEachEntry((name, value) -> members.put(name, at(name, value)));
        } else {
            unlike("an object");
        }
        return members;
    }

    /** Returns the members. Each unknown one is a problem. */
    public Map<String, Input> members(Collection<String> known) {
        Map<String, Input> members = members();
        for (Map.Entry<String, Input> member : members.entrySet()) {
            if (!known.contains(member.getKey())) {
                problems.add(
                        member.getValue().place(),
                        "one of the members " + String.join(", ", known),
                        String.format(Locale.ROOT, "'%s'", member.getKey()));
            }
        }
        return members;
    }

    /** Returns the items. Anything but a list is a problem. */
    public List<Input> items() {
        List<Input> items = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> items.add(at(Integer.toString(items.size()), item)));
        } else {
            unlike("a list");
        }
        return items;
    }

    /** Returns the text. Anything else, or a blank text, is a problem. */
    public Optional<String> text(String expected) {
        if (node.isTextual() && !node.textValue().isBlank()) {
            return Optional.of(node.textValue());
        }
        // An id without quotes can be a number or a boolean in YAML.
        boolean unquoted = (node.isNumber() || node.isBoolean()) && expected.startsWith("the id");
        unlike(unquoted ? expected + " in quotes" : expected);
        return Optional.empty();
    }

    /** Returns the value. Anything but a text that is not blank, a number or a boolean is a problem. */
    public Optional<JsonNode> scalar(String expected) {
        if (node.isNumber()
                || node.isBoolean()
                || (node.isTextual() && !node.textValue().isBlank())) {
            return Optional.of(node);
        }
        unlike(expected);
        return Optional.empty();
    }

    /** Returns the parsed text. A text that cannot be parsed is a problem. */
    public <T> Optional<T> text(String expected, Function<String, Optional<T>> reading) {
        Optional<String> text = text(expected);
        Optional<T> read = text.flatMap(reading);
        if (text.isPresent() && read.isEmpty()) {
            unlike(expected);
        }
        return read;
    }

    /** Returns the text. Anything but one of the choices is a problem. */
    public Optional<String> choice(List<String> choices) {
        return text(
                "one of " + String.join(", ", choices),
                text -> Optional.of(text).filter(choices::contains));
    }

    /** Returns the boolean. Anything else is a problem. */
    public Optional<Boolean> flag() {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        unlike("true or false");
        return Optional.empty();
    }

    /** Returns the number. Anything outside the range is a problem. */
    public Optional<Double> number(double least, double most) {
        if (node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most) {
            return Optional.of(node.doubleValue());
        }
        unlike(String.format(Locale.ROOT, "a number from %s to %s", plain(least), plain(most)));
        return Optional.empty();
    }

    /** Returns the whole number. Anything outside the range is a problem. */
    public Optional<Integer> wholeNumber(int least, int most) {
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= least && node.intValue() <= most) {
            return Optional.of(node.intValue());
        }
        unlike(
                least == most
                        ? Integer.toString(least)
                        : String.format(Locale.ROOT, "a whole number from %d to %d", least, most));
        return Optional.empty();
    }

    private Input at(String name, JsonNode value) {
        return new Input(origin, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), value, problems);
    }

    private String described() {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> "nothing";
            case ARRAY -> "a list of " + Words.count(node.size(), "item");
            case OBJECT -> "an object of " + Words.count(node.size(), "member");
            case STRING -> String.format(Locale.ROOT, "'%s'", withoutPasswords(node.textValue()));
            default -> node.asText();
        };
    }

    /** Masks the users and the queries of URLs, including malformed ones. */
    public static String withoutPasswords(String text) {
        return QUERY.matcher(USER.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }

    private static String plain(double number) {
        return Long.toString((long) number);
    }
}
