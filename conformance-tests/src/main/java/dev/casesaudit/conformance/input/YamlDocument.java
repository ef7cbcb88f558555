package dev.casesaudit.conformance.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Builds the JSON of one document from the events of the parser. */
final class YamlDocument {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_VALUES = 100_000;

    private final Iterator<Event> events;
    private final Map<Anchor, JsonNode> anchored = new HashMap<>();
    private int values;

    YamlDocument(Iterator<Event> events) {
        this.events = events;
    }

    JsonNode read() throws InvalidYaml {
        // The stream's start; then each document has a start and an end.
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            return NullNode.getInstance();
        }
        JsonNode root = value(events.next(), 1);
        events.next();
        Event next = events.next();
        if (!(next instanceof StreamEndEvent)) {
            throw invalid(next, "a second document");
        }
        return root;
    }

    private JsonNode value(Event event, int depth) throws InvalidYaml {
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        count(event, depth);
        JsonNode value;
        if (event instanceof MappingStartEvent mapping) {
            value = object(mapping, depth);
        } else if (event instanceof SequenceStartEvent sequence) {
            value = list(sequence, depth);
        } else {
            value = YamlScalars.read((ScalarEvent) event);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor, value));
        return value;
    }

    private JsonNode aliased(AliasEvent alias, int depth) throws InvalidYaml {
        JsonNode value = anchored.get(alias.getAlias());
        if (value == null) {
            throw invalid(
                    alias, String.format(Locale.ROOT, "the alias *%s without an anchor before it", alias.getAlias()));
        }
        count(value, alias, depth);
        return value;
    }

    private ObjectNode object(MappingStartEvent start, int depth) throws InvalidYaml {
        requireTag(start, Tag.MAP);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            JsonNode name = value(key, depth + 1);
            Event value = events.next();
            if (isMerge(key)) {
                merge(value(value, depth + 1), merged, value);
            } else if (!name.isTextual()) {
                throw invalid(key, String.format(Locale.ROOT, "the key %s, which needs quotes to be a string", name));
            } else if (object.has(name.textValue())) {
                throw invalid(key, String.format(Locale.ROOT, "the key '%s' a second time", name.textValue()));
            } else {
                object.set(name.textValue(), value(value, depth + 1));
            }
        }
        merged.properties().forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
        return object;
    }

    // YAML 1.2 has no merge key, but people know it from YAML 1.1, and the mock's fixtures have it.
    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag().isEmpty()
                && scalar.getValue().equals("<<");
    }

    private static void merge(JsonNode value, ObjectNode into, Event event) throws InvalidYaml {
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isObject()) {
                throw invalid(event, "something other than an object under the merge key <<");
            }
            one.properties().forEach(member -> into.putIfAbsent(member.getKey(), member.getValue()));
        }
    }

    private ArrayNode list(SequenceStartEvent start, int depth) throws InvalidYaml {
        requireTag(start, Tag.SEQ);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
            list.add(value(item, depth + 1));
        }
        return list;
    }

    private static void requireTag(CollectionStartEvent start, Tag tag) throws InvalidYaml {
        if (start.getTag()
                .filter(given -> !given.equals("!") && !given.equals(tag.getValue()))
                .isPresent()) {
            throw YamlScalars.mistagged(start);
        }
    }

    // An alias counts as all that it repeats: a few lines of aliases of aliases can stand for billions of values.
    private void count(JsonNode value, AliasEvent alias, int depth) throws InvalidYaml {
        count(alias, depth);
        for (JsonNode child : value) {
            count(child, alias, depth + 1);
        }
    }

    private void count(Event event, int depth) throws InvalidYaml {
        if (depth > MAX_DEPTH) {
            throw invalid(event, String.format(Locale.ROOT, "more than %d levels", MAX_DEPTH));
        }
        values++;
        if (values > MAX_VALUES) {
            throw invalid(event, String.format(Locale.ROOT, "more than %,d values", MAX_VALUES));
        }
    }

    static InvalidYaml invalid(Event event, String got) {
        return new InvalidYaml(event.getStartMark().orElseThrow(), got);
    }
}
