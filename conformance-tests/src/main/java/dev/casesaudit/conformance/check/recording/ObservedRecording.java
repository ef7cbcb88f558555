package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.TemporaryCase;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.CaseRequest;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Performs a fixed set of edits and finds out what the target records of them. Nothing is judged: each answer is one of
 * those that a {@code recording.yaml} can have.
 */
public final class ObservedRecording {

    private static final String RECORDED = "recorded";
    private static final String NOTHING = "nothing";
    private static final String NONE = "none";
    private static final String CREATE = "CreateCase";
    private static final String UPDATE = "UpdateCase";
    private static final String CREATE_ITEM = "CreateRelatedItem";
    private static final String UPDATE_ITEM = "UpdateRelatedItem";
    private static final String DELETE_ITEM = "DeleteRelatedItem";
    private static final String USER = "conformance-kit";

    // Longer than a value in an event can be, and shorter than a comment can be.
    private static final int LONG_COMMENT = 5_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final CheckContext context;
    private final Writes writes;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private CaseRef one = new CaseRef("", "");

    private ObservedRecording(CheckContext context, Writes writes) {
        this.context = context;
        this.writes = writes;
    }

    /**
     * Performs the edits on a case of its own.
     *
     * @throws ProbeFailure if the target does not respond, or a limit ends the run
     */
    public static ObservedRecording of(CheckContext context, Writes writes) throws ProbeFailure {
        ObservedRecording observed = new ObservedRecording(context, writes);
        if (observed.create()) {
            observed.update();
            observed.relateItems();
        }
        return observed;
    }

    /** Returns the answers by their rules, such as {@code CreateCase.fields}. A rule that could not be seen has none. */
    public Map<String, String> answers() {
        return answers;
    }

    /** Returns what happened at each edit, in their order. */
    public List<String> notes() {
        return notes;
    }

    // ---- cases

    private boolean create() throws ProbeFailure {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        writes.fields().forEach((id, value) -> values.put(id, FieldContent.of(value)));
        values.put(writes.textField(), FieldContent.text("conformance kit 1"));
        ObjectNode input = fields(values)
                .put("templateId", writes.templateId())
                .put("clientToken", UUID.randomUUID().toString());
        Request request = CaseRequest.createCase(writes.domainId(), input);
        context.temporaryCase().creating(writes.domainId(), request);
        Exchange response = context.send(request);
        Optional<String> id = TemporaryCase.idIn(response);
        if (id.isEmpty()) {
            if (response.response().status() / 100 == 4) {
                context.temporaryCase().refused();
            }
            notes.add(CREATE + ": " + refusal(response));
            return false;
        }
        one = new CaseRef(writes.domainId(), id.get());
        context.temporaryCase().created(one);
        List<RecordedEvent> events = awaited(CREATE, "Case.Created");
        recorded(CREATE + ".event", events);
        if (!events.isEmpty()) {
            Set<String> listed = listed(events);
            answers.put(
                    CREATE + ".fields",
                    listed.isEmpty() ? NONE : values.keySet().containsAll(listed) ? "given" : "all");
            answer(CREATE + ".oldValue", !listed.isEmpty(), hasOldValue(events) ? "emptyValue" : "absent");
            performer(events);
        }
        List<RecordedEvent> replayed = after("CreateCase with the same client token", "Case.Created", request);
        recorded(CREATE + ".replay", replayed);
        return true;
    }

    private void performer(List<RecordedEvent> events) {
        JsonNode performer = events.get(0).json().path("performedBy");
        answers.put("performedBy.iamPrincipalArn", performer.isObject() ? "of the access key" : "performedBy absent");
        answer(
                "performedBy.user",
                performer.isObject(),
                performer.path("user").isObject() ? "of the request" : "absent");
    }

    private void update() throws ProbeFailure {
        String text = writes.textField();
        String number = writes.numberField();
        Map<String, JsonNode> both = new LinkedHashMap<>();
        both.put(text, FieldContent.text("conformance kit 2"));
        both.put(number, FieldContent.number(10));
        List<RecordedEvent> first = after("UpdateCase of a value, and of a field without one", both);
        recorded(UPDATE + ".event", first);
        both.put(text, FieldContent.text("conformance kit 3"));
        List<RecordedEvent> second = after("UpdateCase of a value, and of another to the same", both);
        if (!first.isEmpty() && !second.isEmpty()) {
            Set<String> listed = listed(second);
            boolean none = !listed.contains(text);
            answers.put(UPDATE + ".fields", none ? NONE : listed.contains(number) ? "given" : "changed");
            boolean others = !both.keySet().containsAll(listed);
            answers.put(UPDATE + ".systemFields", others ? "listed" : "omitted");
            answer(
                    UPDATE + ".oldValue",
                    !none,
                    !hasOldValue(first, text)
                            ? "absent"
                            : hasOldValue(first, number) ? "always" : "where there was a value");
        }
        recorded(UPDATE + ".noChange", after("UpdateCase without a change", both));
        after("UpdateCase that clears a field", Map.of(number, empty()));
    }

    // ---- related items

    private void relateItems() throws ProbeFailure {
        Optional<Exchange> comment = added("Comment", comment("A comment of the conformance kit"));
        for (Map.Entry<String, ObjectNode> other : others().entrySet()) {
            added(other.getKey(), other.getValue());
        }
        if (comment.isPresent()) {
            editComment(comment.get());
        }
        Optional<Exchange> custom = added("Custom", custom("conformance kit 1"));
        if (custom.isPresent()) {
            editCustom(custom.get());
        }
        addLongComment();
    }

    private Optional<Exchange> added(String type, ObjectNode content) throws ProbeFailure {
        Request request = CaseRequest.createRelatedItem(one.domainId(), one.caseId(), item(type, content));
        Exchange response = context.send(request);
        String what = CREATE_ITEM + ", " + type;
        if (!TemporaryCase.accepted(response)) {
            notes.add(what + ": " + refusal(response));
            return Optional.empty();
        }
        List<RecordedEvent> events = awaited(what, "RelatedItem.Created");
        if (type.equals("Comment")) {
            recorded(CREATE_ITEM + ".event", events);
            answer(CREATE_ITEM + ".fields", !events.isEmpty(), listed(events).isEmpty() ? NONE : "content");
        }
        return Optional.of(response);
    }

    private void editComment(Exchange created) throws ProbeFailure {
        String id = Json.body(created).path("relatedItemId").asText();
        ObjectNode input = content(comment("Another comment of the conformance kit"));
        Request request = CaseRequest.updateRelatedItem(one.domainId(), one.caseId(), id, input);
        List<RecordedEvent> events = after(UPDATE_ITEM + ", Comment", "RelatedItem.Updated", request);
        recorded(UPDATE_ITEM + ".event", events);
        answer(UPDATE_ITEM + ".fields", !events.isEmpty() && listed(events).isEmpty(), NONE);
        recorded(
                UPDATE_ITEM + ".noChange",
                after(UPDATE_ITEM + ", Comment without a change", "RelatedItem.Updated", request));
        Request deletion = CaseRequest.deleteRelatedItem(one.domainId(), one.caseId(), id);
        List<RecordedEvent> deleted = after(DELETE_ITEM + ", Comment", "RelatedItem.Deleted", deletion);
        recorded(DELETE_ITEM + ".event", deleted);
        answer(DELETE_ITEM + ".fields", !deleted.isEmpty(), listed(deleted).isEmpty() ? NONE : "content");
    }

    // Only an item of two fields shows whether an event lists the one without a change.
    private void editCustom(Exchange created) throws ProbeFailure {
        String id = Json.body(created).path("relatedItemId").asText();
        ObjectNode input = content(custom("conformance kit 2"));
        Request request = CaseRequest.updateRelatedItem(one.domainId(), one.caseId(), id, input);
        Set<String> listed = listed(after(UPDATE_ITEM + ", Custom", "RelatedItem.Updated", request));
        answer(
                UPDATE_ITEM + ".fields",
                listed.contains(writes.textField()),
                listed.contains(writes.numberField()) ? "content" : "changed");
    }

    private void addLongComment() throws ProbeFailure {
        Request request = CaseRequest.createRelatedItem(
                one.domainId(), one.caseId(), item("Comment", comment("x".repeat(LONG_COMMENT))));
        List<RecordedEvent> events = after(CREATE_ITEM + ", a long Comment", "RelatedItem.Created", request);
        boolean visible = !events.isEmpty() && "content".equals(answers.get(CREATE_ITEM + ".fields"));
        boolean cut = events.stream()
                .flatMap(event -> event.fields().stream())
                .anyMatch(field -> field.newValue().path("stringValue").asText().startsWith("xxx"));
        answer("texts.longer", visible, cut ? "cut" : "omitted");
    }

    private Map<String, ObjectNode> others() {
        String id = "00000000-0000-4000-8000-000000000000";
        String instance = "arn:aws:connect:us-east-1:111122223333:instance/" + id;
        Map<String, ObjectNode> others = new LinkedHashMap<>();
        others.put("Contact", arm("contact", "contactArn", instance + "/contact/" + id));
        others.put("File", arm("file", "fileArn", instance + "/file/" + id));
        ObjectNode sla = JsonNodeFactory.instance.objectNode();
        ObjectNode agreement = sla.withObject("/sla/slaInputConfiguration")
                .put("name", "Conformance kit")
                .put("type", "CaseField")
                .put("fieldId", "status")
                .put("targetSlaMinutes", 60);
        agreement.putArray("targetFieldValues").add(FieldContent.text("closed"));
        others.put("Sla", sla);
        String other = context.profile().cases().entrySet().stream()
                .filter(entry -> entry.getKey().readable() && entry.getKey() != Role.SECOND_DOMAIN)
                .map(entry -> entry.getValue().caseId())
                .findFirst()
                .orElse(one.caseId());
        others.put("ConnectCase", arm("connectCase", "caseId", other));
        return others;
    }

    private static ObjectNode arm(String arm, String member, String value) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.putObject(arm).put(member, value);
        return content;
    }

    private static ObjectNode comment(String body) {
        ObjectNode content = arm("comment", "body", body);
        content.withObject("/comment").put("contentType", "Text/Plain");
        return content;
    }

    private ObjectNode custom(String text) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put(writes.textField(), FieldContent.text(text));
        values.put(writes.numberField(), FieldContent.number(10));
        content.putObject("custom").set("fields", fields(values).path("fields"));
        return content;
    }

    private static ObjectNode item(String type, ObjectNode content) {
        return content(content).put("type", type);
    }

    private static ObjectNode content(ObjectNode content) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.set("content", content);
        input.putObject("performedBy").put("customEntity", USER);
        return input;
    }

    private static ObjectNode fields(Map<String, JsonNode> values) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        var fields = input.putArray("fields");
        values.forEach((id, value) -> fields.addObject().put("id", id).set("value", value));
        input.putObject("performedBy").put("customEntity", USER);
        return input;
    }

    private static ObjectNode empty() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("emptyValue");
        return value;
    }

    // ---- events

    private void recorded(String rule, List<RecordedEvent> events) {
        boolean refused = notes.get(notes.size() - 1).contains(": refused");
        answer(rule, !refused, events.isEmpty() ? NOTHING : RECORDED);
    }

    private void answer(String rule, boolean visible, String answer) {
        if (visible) {
            answers.put(rule, answer);
        }
    }

    private List<RecordedEvent> after(String what, Map<String, JsonNode> values) throws ProbeFailure {
        return after(what, "Case.Updated", CaseRequest.updateCase(one.domainId(), one.caseId(), fields(values)));
    }

    private List<RecordedEvent> after(String what, String type, Request request) throws ProbeFailure {
        Exchange response = context.send(request);
        if (!TemporaryCase.accepted(response)) {
            notes.add(what + ": " + refusal(response));
            return List.of();
        }
        return awaited(what, type);
    }

    /** Returns the new events of a type, as soon as there is one. */
    private List<RecordedEvent> awaited(String what, String type) throws ProbeFailure {
        long end = System.nanoTime() + writes.eventTimeout().toNanos();
        Duration pause = FIRST_PAUSE;
        List<RecordedEvent> events = added(type);
        while (events.isEmpty() && System.nanoTime() < end) {
            context.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            events = added(type);
        }
        events.forEach(event -> seen.add(event.id()));
        notes.add(String.format(Locale.ROOT, "%s: %s", what, events.isEmpty() ? NOTHING : described(events)));
        return events;
    }

    private List<RecordedEvent> added(String type) throws ProbeFailure {
        Walk walk = context.walkAgain(one, 0);
        return RecordedEvent.in(walk).values().stream()
                .filter(event -> event.type().equals(type) && !seen.contains(event.id()))
                .toList();
    }

    private static String described(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.type()
                        + (event.relatedItemType().isEmpty() ? "" : " " + event.relatedItemType())
                        + " with the fields "
                        + event.fields().stream()
                                .map(RecordedEvent.Field::id)
                                .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining("; "));
    }

    private static Set<String> listed(List<RecordedEvent> events) {
        return events.stream()
                .flatMap(event -> event.fields().stream())
                .map(RecordedEvent.Field::id)
                .collect(Collectors.toSet());
    }

    private static boolean hasOldValue(List<RecordedEvent> events) {
        return events.stream()
                .flatMap(event -> event.fields().stream())
                .anyMatch(field -> FieldContent.given(field.oldValue()));
    }

    private static boolean hasOldValue(List<RecordedEvent> events, String fieldId) {
        return events.stream()
                .flatMap(event -> event.fields().stream())
                .anyMatch(field -> field.id().equals(fieldId) && FieldContent.given(field.oldValue()));
    }

    private static String refusal(Exchange response) {
        return "refused with " + Expect.status(response);
    }
}
