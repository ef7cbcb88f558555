package dev.casesaudit.journey.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.journey.reliability.WrittenCase.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Valid writes at random, to a domain with fields of all types. */
final class RandomEdits {

    /** How many fields the domain has. */
    static final int FIELDS = 20;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // By id.
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("note", "Text");
        TYPES.put("odd/%2F \uD83D\uDE00", "Text");
        TYPES.put("amount", "Number");
        TYPES.put("flag", "Boolean");
        TYPES.put("at", "DateTime");
        TYPES.put("link", "Url");
        TYPES.put("choice", "SingleSelect");
        TYPES.put("owner", "User");
    }

    /** The fields that are written. */
    static final List<String> WRITTEN = written();

    private static final List<String> OPTIONS = List.of("a", "b c", "\"\\ \uD83D\uDE00");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "\u0000",
            "\uFFFE \u2028 \u007F </script>",
            "\"\\\b\f\n\r\t",
            "\"performedTime\":\"2026-01-01T00:00:00Z\"",
            "{\"type\":\"Case.Updated\"",
            "12345");

    private static final List<String> LONG_TEXTS = List.of("x".repeat(4_100), "\uD83D\uDE00".repeat(4_100));

    private static final List<JsonNode> NUMBERS = List.of(
            JSON.numberNode(0),
            JSON.numberNode(-0.0),
            JSON.numberNode(5),
            JSON.numberNode(0.1),
            JSON.numberNode(Double.MIN_VALUE),
            JSON.numberNode(-Double.MAX_VALUE),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigDecimal("1E-400")),
            JSON.numberNode(new BigDecimal("123456789012345678901234567890.12345678901234567890")),
            JSON.textNode("NaN"),
            JSON.textNode("Infinity"),
            JSON.textNode("-Infinity"));

    private RandomEdits() {}

    private static List<String> written() {
        List<String> ids = new ArrayList<>(TYPES.keySet());
        ids.addAll(List.of("title", "summary", "customer_id", "status", "assigned_user", "assigned_queue"));
        return List.copyOf(ids);
    }

    /** Returns a domain with fields of all types, a template without and one with a required field. */
    static String domain(String domainId) {
        ObjectNode domain = JSON.objectNode().put("domain", domainId);
        TYPES.forEach((id, type) -> {
            ObjectNode field =
                    domain.withArray("fields").addObject().put("id", id).put("type", type);
            if (type.equals("SingleSelect")) {
                OPTIONS.forEach(field.putArray("options")::add);
            }
        });
        domain.putArray("templates").addObject().put("id", "free");
        domain.withArray("templates")
                .addObject()
                .put("id", "strict")
                .putArray("requiredFields")
                .add("note");
        domain.putObject("cases");
        return Bytes.ofText(domain.toString());
    }

    /** Returns a request for a new case. */
    static Edit creation(RandomChoices draws) {
        boolean isStrict = draws.oneIn(2);
        ObjectNode body = JSON.objectNode().put("templateId", isStrict ? "strict" : "free");
        ArrayNode fields = values(draws, !isStrict);
        if (isStrict && !WrittenCase.fields(fields).containsKey("note")) {
            fields.add(value("note", text(draws)));
        }
        body.set("fields", fields);
        if (draws.oneIn(2)) {
            body.put("clientToken", String.format(Locale.ROOT, "token-%d", draws.below(1_000_000)));
        }
        if (draws.oneIn(2)) {
            body.putObject("tags").put("key: 1", "").put("key-2", "a b");
        }
        return edit("POST", "/cases", withUser(body, draws), (before, output) -> created(body));
    }

    private static Content created(ObjectNode body) {
        Map<String, String> tags = new TreeMap<>();
        body.path("tags").forEachEntry((key, value) -> tags.put(key, value.asText()));
        Map<String, String> open = Map.of("status", "{stringValue=open}");
        return new Content(body.path("templateId").asText(), open, tags, Map.of()).withFields(body.path("fields"));
    }

    /** Returns a request to change a case, or to delete it. */
    static Edit edit(RandomChoices draws, String path, WrittenCase now) {
        int drawn = draws.below(100);
        if (drawn < 40) {
            ObjectNode body = JSON.objectNode();
            body.set("fields", values(draws, !now.content().templateId().equals("strict")));
            return edit("PUT", path, withUser(body, draws), (before, output) -> before.withFields(body.path("fields")));
        } else if (drawn < 70) {
            return newItem(draws, path);
        } else if (drawn < 96 && !now.content().items().isEmpty()) {
            return itemEdit(draws, path, now.content().items());
        }
        return new Edit("DELETE", path, "", Optional.empty(), Optional.of((before, output) -> before));
    }

    private static Edit newItem(RandomChoices draws, String path) {
        ObjectNode body = JSON.objectNode();
        ObjectNode content = body.putObject("content");
        switch (draws.below(6)) {
            case 0 -> {
                body.put("type", "Contact");
                content.putObject("contact").put("contactArn", "arn:contact");
            }
            case 1 -> {
                body.put("type", "File");
                content.putObject("file").put("fileArn", "\uD83D\uDE00".repeat(500));
            }
            case 2 -> {
                body.put("type", "ConnectCase");
                content.putObject("connectCase").put("caseId", path.substring(path.lastIndexOf('/') + 1));
            }
            case 3 -> {
                body.put("type", "Sla");
                content.putObject("sla").set("slaInputConfiguration", agreement(draws));
            }
            case 4 -> {
                body.put("type", "Custom");
                content.setAll(custom(draws));
            }
            default -> {
                body.put("type", "Comment");
                content.setAll(comment(draws));
            }
        }
        return edit(
                "POST",
                path + "/related-items/",
                withUser(body, draws),
                (before, output) -> before.withItem(
                        output.path("relatedItemId").asText(), WrittenCase.item(body.path("type"), content)));
    }

    private static ObjectNode agreement(RandomChoices draws) {
        ObjectNode agreement = JSON.objectNode()
                .put("name", "soon")
                .put("type", "CaseField")
                .put("targetSlaMinutes", 1 + draws.below(1_051_200));
        if (draws.oneIn(2)) {
            agreement.put("fieldId", "amount").putArray("targetFieldValues").add(value(draws.of(NUMBERS), "double"));
        }
        return agreement;
    }

    private static ObjectNode comment(RandomChoices draws) {
        ObjectNode content = JSON.objectNode();
        content.putObject("comment")
                .put("body", draws.oneIn(5) ? "\uD83D\uDE00".repeat(15_000) : "b" + draws.of(TEXTS))
                .put("contentType", "Text/Plain");
        return content;
    }

    private static ObjectNode custom(RandomChoices draws) {
        ObjectNode content = JSON.objectNode();
        ArrayNode fields = values(draws, true);
        content.putObject("custom").set("fields", fields.isEmpty() ? fields.add(value("note", text(draws))) : fields);
        return content;
    }

    private static Edit itemEdit(RandomChoices draws, String path, Map<String, String> items) {
        String id = draws.of(List.copyOf(items.keySet()));
        String itemPath = path + "/related-items/" + id;
        String type = items.getOrDefault(id, "").split(" ", 2)[0];
        boolean isComment = type.equals("Comment");
        if (draws.oneIn(3) || (!isComment && !type.equals("Custom"))) {
            return new Edit(
                    "DELETE", itemPath, "", Optional.empty(), Optional.of((before, output) -> before.withoutItem(id)));
        }
        ObjectNode body = JSON.objectNode();
        ObjectNode content = isComment ? comment(draws) : custom(draws);
        body.set("content", content);
        return edit(
                "PUT",
                itemPath,
                withUser(body, draws),
                (before, output) -> before.withItem(id, WrittenCase.item(JSON.textNode(type), content)));
    }

    private static ArrayNode values(RandomChoices draws, boolean mayEmptyAll) {
        ArrayNode values = JSON.arrayNode();
        List<String> ids = new ArrayList<>(WRITTEN);
        for (int i = draws.below(7); i > 0; i--) {
            String id = ids.remove(draws.below(ids.size()));
            boolean isEmpty = draws.oneIn(4) && (mayEmptyAll || !id.equals("note"));
            values.add(value(id, isEmpty ? empty() : valueOf(id, draws)));
        }
        return values;
    }

    private static JsonNode valueOf(String id, RandomChoices draws) {
        return switch (TYPES.getOrDefault(id, id)) {
            case "Number" -> value(draws.of(NUMBERS), "double");
            case "Boolean" -> value(JSON.booleanNode(draws.oneIn(2)), "boolean");
            case "SingleSelect" -> value(JSON.textNode(draws.of(OPTIONS)), "string");
            case "User", "assigned_user" -> value(JSON.textNode("arn:" + draws.of(TEXTS)), "userArn");
            case "DateTime" -> value(JSON.textNode("2026-01-31T09:30:00Z"), "string");
            case "Url" -> value(JSON.textNode("https://example.com/?a=b#c"), "string");
            case "status" -> value(JSON.textNode(draws.of(List.of("open", "closed"))), "string");
            default -> text(draws);
        };
    }

    private static JsonNode text(RandomChoices draws) {
        return value(JSON.textNode(draws.of(draws.oneIn(20) ? LONG_TEXTS : TEXTS)), "string");
    }

    private static JsonNode empty() {
        return value(JSON.objectNode(), "empty");
    }

    private static ObjectNode value(JsonNode value, String arm) {
        return JSON.objectNode().set(arm + "Value", value);
    }

    private static ObjectNode value(String id, JsonNode value) {
        return JSON.objectNode().put("id", id).set("value", value);
    }

    private static ObjectNode withUser(ObjectNode body, RandomChoices draws) {
        switch (draws.below(3)) {
            case 0 -> body.putObject("performedBy").put("userArn", "\uD83D\uDE00".repeat(500));
            case 1 -> body.putObject("performedBy").put("customEntity", "crm sync");
            default -> {}
        }
        return body;
    }

    private static Edit edit(String method, String path, ObjectNode body, Effect effect) {
        return new Edit(method, path, Bytes.ofText(body.toString()), Optional.of(body), Optional.of(effect));
    }

    /** What an accepted write makes of the content of a case. */
    private interface Effect {
        Content of(Content before, JsonNode output);
    }

    /**
     * A write.
     *
     * @param body in bytes, one a character
     * @param sent the same parsed, if there is one and it was not mutated
     * @param effect absent for a write that was mutated
     */
    record Edit(String method, String path, String body, Optional<JsonNode> sent, Optional<Effect> effect) {

        Edit mutated(RandomChoices draws) {
            String mutated = body;
            for (int edits = 1 + draws.below(3); edits > 0; edits--) {
                mutated = JsonMutations.edit(mutated, draws);
            }
            return new Edit(method, path, mutated, Optional.empty(), Optional.empty());
        }

        boolean isMutated() {
            return effect.isEmpty();
        }

        /** Returns the content after an accepted write, if it can be foreseen. */
        Optional<Content> expected(Content before, JsonNode output) {
            return effect.map(one -> one.of(before, output));
        }
    }
}
