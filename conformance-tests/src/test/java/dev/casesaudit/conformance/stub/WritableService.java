package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conformant service whose histories are earned by edits. A flaw or an oddity overrides one of its methods. */
public class WritableService extends Service {

    protected static final String TEXT = "text";
    protected static final String NUMBER = "number";

    private static final Pattern ROUTE =
            Pattern.compile("(POST|PUT|DELETE) /domains/([^/]+)/cases(?:/([^/]+))?(/related-items/)?");

    private static final Map<String, String> ARMS =
            Map.of(TEXT, "stringValue", NUMBER, "doubleValue", "title", "stringValue");

    private final Map<String, EarnedCase> cases = new LinkedHashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** A case that a request created. */
    protected static final class EarnedCase {
        private final List<JsonNode> events = new ArrayList<>();
        private final Map<String, JsonNode> values = new LinkedHashMap<>();
        private int edits;
    }

    @Override
    public Optional<Writes> writes() {
        return Optional.of(new Writes(
                StubWorld.DOMAIN,
                "stub-template",
                TEXT,
                NUMBER,
                Map.of("title", TextNode.valueOf("A case")),
                Duration.ofMillis(200)));
    }

    /** Returns the ids of the cases that are there. */
    public synchronized List<String> caseIds() {
        return List.copyOf(cases.keySet());
    }

    @Override
    public synchronized StubReply serve(StubRequest request) {
        Matcher route = ROUTE.matcher(request.method() + " " + request.path());
        if (!route.matches()) {
            return super.serve(request);
        }
        StubReply reply;
        try {
            reply = StubReply.json(200, performed(request, route));
        } catch (StubError error) {
            reply = error(request, error);
        }
        return finish(
                request, reply.header("x-amzn-requestid", UUID.randomUUID().toString()));
    }

    /** Performs an operation, or throws an error if the service does not have it. */
    protected ObjectNode perform(String operation, String caseId, StubRequest request) {
        switch (operation) {
            case "CreateCase" -> {
                return create(read(request));
            }
            case "UpdateCase" -> edit(operation, caseId, "", read(request));
            case "CreateRelatedItem" -> {
                ObjectNode input = read(request);
                edit(operation, caseId, input.path("type").asText(), input);
                return JsonNodeFactory.instance
                        .objectNode()
                        .put("relatedItemId", "item")
                        .put("relatedItemArn", "arn:aws:cases:us-east-1:111122223333:domain/stub-domain/item");
            }
            case "DeleteCase" -> {
                if (cases.remove(caseId) == null) {
                    throw StubError.notFound("Case", caseId);
                }
            }
            default -> throw new StubError(404, "UnknownOperationException", "No operation has this route");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode performed(StubRequest request, Matcher route) {
        boolean item = route.group(4) != null;
        String operation = switch (route.group(1)) {
            case "POST" -> item ? "CreateRelatedItem" : route.group(3) == null ? "CreateCase" : "GetCase";
            case "PUT" -> item ? "UpdateRelatedItem" : "UpdateCase";
            default -> item ? "DeleteRelatedItem" : "DeleteCase";
        };
        return perform(operation, route.group(3) == null ? "" : StubRequest.decoded(route.group(3)), request);
    }

    private ObjectNode read(StubRequest request) {
        return (ObjectNode) parse(request.body());
    }

    private ObjectNode create(ObjectNode input) {
        String token = input.path("clientToken").asText(UUID.randomUUID().toString());
        String id = tokens.get(token);
        if (id == null) {
            id = "earned-" + tokens.size();
            EarnedCase one = new EarnedCase();
            cases.put(id, one);
            try {
                edit("CreateCase", id, "", input);
            } catch (StubError error) {
                cases.remove(id);
                throw error;
            }
            tokens.put(token, id);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("caseId", id)
                .put("caseArn", "arn:aws:cases:us-east-1:111122223333:domain/stub-domain/case/" + id);
    }

    private void edit(String operation, String caseId, String item, ObjectNode input) {
        EarnedCase one = cases.get(caseId);
        if (one == null) {
            throw StubError.notFound("Case", caseId);
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        input.path("fields").forEach(field -> values.put(field.path("id").asText(), field.path("value")));
        StubEdit edit = new StubEdit(one.edits, operation, item, input, values, one.values);
        try {
            require(edit);
        } catch (StubError error) {
            recordRefused(edit).forEach(event -> one.events.add(0, event));
            throw error;
        }
        one.edits++;
        one.values.putAll(values);
        record(edit).forEach(event -> one.events.add(0, event));
    }

    /** Refuses an edit that is not valid. */
    protected void require(StubEdit edit) {
        edit.values().forEach((id, value) -> {
            if (!value.has(ARMS.getOrDefault(id, "?"))) {
                throw StubError.invalid("The field " + id + " cannot have this value");
            }
        });
        if (!edit.item().isEmpty()) {
            length(edit.input().at("/content/comment/body").asText(), 1, 15_000, "body");
        }
    }

    /** Returns the events that an edit records, oldest first. */
    protected List<ObjectNode> record(StubEdit edit) {
        ObjectNode event = edit.event("");
        edit.values().keySet().forEach(id -> edit.addField(event, id));
        return List.of(event);
    }

    /** Returns the events that a refused edit records. */
    protected List<ObjectNode> recordRefused(StubEdit edit) {
        return List.of();
    }

    @Override
    protected void requireThere(CaseRef one) {
        if (!cases.containsKey(one.caseId())) {
            super.requireThere(one);
        }
    }

    @Override
    protected List<JsonNode> history(CaseRef one) {
        EarnedCase earned = cases.get(one.caseId());
        return earned == null ? super.history(one) : earned(List.copyOf(earned.events), earned.edits);
    }

    /** Returns the events that a reading of a case shows, of those that were recorded, newest first. */
    protected List<JsonNode> earned(List<JsonNode> events, int edits) {
        return events;
    }
}
