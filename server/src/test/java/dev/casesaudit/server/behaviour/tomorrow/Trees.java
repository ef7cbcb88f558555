package dev.casesaudit.server.behaviour.tomorrow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads encoded events as trees, without null items. */
final class Trees {

    private Trees() {}

    static List<JsonNode> events(byte[][] items) {
        return Arrays.stream(items).map(Trees::read).filter(JsonNode::isObject).toList();
    }

    static List<JsonNode> fields(List<JsonNode> events) {
        return events.stream()
                .flatMap(event -> StreamSupport.stream(event.path("fields").spliterator(), false))
                .filter(JsonNode::isObject)
                .toList();
    }

    static List<JsonNode> unions(List<JsonNode> events) {
        return Stream.concat(
                        fields(events).stream()
                                .flatMap(field -> Stream.of(field.path("newValue"), field.path("oldValue"))),
                        events.stream().map(event -> event.at("/performedBy/user")))
                .filter(JsonNode::isObject)
                .toList();
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Set<String> kindsOfExtraMembers(JsonNode object) {
        Set<String> kinds = new HashSet<>();
        BiConsumer<String, JsonNode> member = (name, value) -> {
            if (name.startsWith("tomorrow")) {
                kinds.add(value.getNodeType().name());
            }
        };
        object.forEachEntry(member);
        return kinds;
    }

    static JsonNode read(byte[] json) {
        try {
            return Json.read(new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
