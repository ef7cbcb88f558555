package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML text, read in pieces. Anchored values are kept as trees, for their aliases. */
final class YamlDocument implements Document {

    private static final int DEEPEST = 100;
    private static final Set<String> OBJECT = Set.of("!", Tag.MAP.getValue());
    private static final Set<String> LIST = Set.of("!", Tag.SEQ.getValue());

    private final Iterator<Event> events;
    private final Map<Anchor, Anchored> anchored = new HashMap<>();

    // The event that begins the current value, and the whole value where it is known already.
    private Event first;
    private @Nullable JsonNode known;

    // The depth of the current value, and the height of the last value that was read, including aliases in it.
    private int depth;
    private int deepest;

    /** @param events the first begins the value */
    YamlDocument(Iterator<Event> events) throws NotReadable {
        this.events = events;
        this.first = events.next();
        moveTo(first);
    }

    Event start() {
        return first;
    }

    private void moveTo(Event event) throws NotReadable {
        first = event;
        known = null;
        if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor().isPresent()) {
            known = read(event);
        }
    }

    @Override
    public boolean isObject() {
        return known == null ? first instanceof MappingStartEvent : known.isObject();
    }

    @Override
    public boolean isList() {
        return known == null ? first instanceof SequenceStartEvent : known.isArray();
    }

    @Override
    public JsonNode tree() throws NotReadable {
        return known == null ? read(first) : known;
    }

    @Override
    public void members(Member member) throws IOException {
        if (known != null) {
            for (Map.Entry<String, JsonNode> one : known.properties()) {
                known = one.getValue();
                member.read(one.getKey());
            }
            return;
        }
        begin((CollectionStartEvent) first);
        Set<String> names = new HashSet<>();
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            String name = name(key);
            if (isMerge(key)) {
                merge(merged);
                continue;
            }
            if (!names.add(name)) {
                throw secondTime(name, key);
            }
            moveTo(events.next());
            member.read(name);
        }
        for (Map.Entry<String, JsonNode> one : merged.properties()) {
            if (!names.contains(one.getKey())) {
                known = one.getValue();
                member.read(one.getKey());
            }
        }
        depth--;
    }

    // A merge key of YAML 1.1. YAML 1.2 has none, so its members would be lost silently.
    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag().isEmpty()
                && scalar.getValue().equals("<<");
    }

    private void merge(ObjectNode into) throws NotReadable {
        Event start = events.next();
        JsonNode value = read(start);
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (!one.isObject()) {
                throw refused("the key <<, which merges objects, with something else", start);
            }
            one.properties().forEach(member -> into.putIfAbsent(member.getKey(), member.getValue()));
        }
    }

    @Override
    public void items(Item item) throws IOException {
        if (known != null) {
            JsonNode list = known;
            for (int i = 0; i < list.size(); i++) {
                known = list.path(i);
                item.read(i);
            }
            return;
        }
        begin((CollectionStartEvent) first);
        int index = 0;
        for (Event one = events.next(); !(one instanceof SequenceEndEvent); one = events.next()) {
            moveTo(one);
            item.read(index++);
        }
        depth--;
    }

    private JsonNode read(Event event) throws NotReadable {
        if (event instanceof AliasEvent alias) {
            return read(alias);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isEmpty()) {
            return readValue(event);
        }
        int before = deepest;
        deepest = depth;
        JsonNode value = readValue(event);
        anchored.put(anchor.get(), new Anchored(value, deepest - depth));
        deepest = Math.max(deepest, before);
        return value;
    }

    // Not copied, since trees are only read.
    private JsonNode read(AliasEvent alias) throws NotReadable {
        Anchored value = anchored.get(alias.getAlias());
        if (value == null) {
            throw refused(
                    String.format(Locale.ROOT, "the alias *%s, for which no anchor ends before it", alias.getAlias()),
                    alias);
        }
        checkDepth(depth + value.height(), alias);
        return value.tree();
    }

    private JsonNode readValue(Event event) throws NotReadable {
        if (event instanceof MappingStartEvent mapping) {
            return object(mapping);
        } else if (event instanceof SequenceStartEvent sequence) {
            return list(sequence);
        } else {
            return YamlScalars.read((ScalarEvent) event);
        }
    }

    private ObjectNode object(MappingStartEvent start) throws NotReadable {
        begin(start);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
            String name = name(key);
            if (isMerge(key)) {
                merge(merged);
                continue;
            }
            if (object.has(name)) {
                throw secondTime(name, key);
            }
            object.set(name, read(events.next()));
        }
        merged.properties().forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
        depth--;
        return object;
    }

    private ArrayNode list(SequenceStartEvent start) throws NotReadable {
        begin(start);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
            list.add(read(item));
        }
        depth--;
        return list;
    }

    private void begin(CollectionStartEvent start) throws NotReadable {
        Set<String> tags = start instanceof MappingStartEvent ? OBJECT : LIST;
        if (start.getTag().filter(tag -> !tags.contains(tag)).isPresent()) {
            throw YamlScalars.ofAnotherType(start);
        }
        checkDepth(++depth, start);
    }

    private void checkDepth(int level, Event event) throws NotReadable {
        if (level > DEEPEST) {
            throw new NotReadable(
                    String.format(Locale.ROOT, "YAML of at most %d levels", DEEPEST), Yaml.at(event, "more"));
        }
        deepest = Math.max(deepest, level);
    }

    // A number would lose its spelling: 1.10 and 1.1 would be the same key.
    private String name(Event key) throws NotReadable {
        JsonNode name = read(key);
        if (!name.isTextual()) {
            throw new NotReadable(
                    "a string as each key, in quotes where YAML would read another type",
                    Yaml.at(key, "the key " + name));
        }
        return name.asText();
    }

    private static NotReadable secondTime(String name, Event key) {
        return refused(String.format(Locale.ROOT, "the key '%s' a second time", name), key);
    }

    private static NotReadable refused(String got, Event event) {
        return new NotReadable(Yaml.NAME, Yaml.at(event, got));
    }

    /**
     * A value that an alias can repeat.
     *
     * @param height the number of its levels
     */
    private record Anchored(JsonNode tree, int height) {}
}
