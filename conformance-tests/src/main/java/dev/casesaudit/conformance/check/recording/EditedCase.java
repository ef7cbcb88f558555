package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.TemporaryCase;
import dev.casesaudit.conformance.check.Walk;
import dev.casesaudit.conformance.http.CaseRequest;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The case that the kit creates and edits, once in a run, and the events that its history showed. The next edit waits
 * for the event of the last one, so that a target cannot join them.
 */
final class EditedCase {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** An event without the values of the edit may be another one, so the kit waits for this part of the limit. */
    private static final int PATIENCE = 10;

    private static final int CREATIONS = 3;

    private static final String UNKNOWN_FIELD = "conformance-kit-no-such-field";

    private final CheckContext context;
    private final Writes writes;
    private final List<Edit> accepted = new ArrayList<>();
    private final List<Edit> refused = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final List<Map<String, RecordedEvent>> readings = new ArrayList<>();
    private final Map<String, RecordedEvent> seen = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> current = new HashMap<>();
    private final List<JsonNode> attempted = new ArrayList<>();
    private CaseRef one = new CaseRef("", "");
    private ProbeFailure.@Nullable LimitReached limit;
    private int users;
    private int lastReadings;

    private EditedCase(CheckContext context, Writes writes) {
        this.context = context;
        this.writes = writes;
    }

    /** Creates and edits the case, or returns what was found when it was. */
    static EditedCase of(CheckContext context, Writes writes) throws ProbeFailure.LimitReached {
        EditedCase edited = context.shared(EditedCase.class, with -> new EditedCase(with, writes).edit());
        ProbeFailure.LimitReached limit = edited.limit;
        if (limit != null) {
            throw limit;
        }
        return edited;
    }

    /** Returns the accepted edits in their order. */
    List<Edit> accepted() {
        return accepted;
    }

    /** Returns the edits that the target had to refuse and did refuse. */
    List<Edit> refused() {
        return refused;
    }

    /** Returns why edits could not be tried. */
    List<String> obstacles() {
        return obstacles;
    }

    /** Returns all events that any reading showed, as they were first, with what later readings added. */
    List<RecordedEvent> events() {
        return List.copyOf(seen.values());
    }

    /** Returns the events of each reading by their ids. */
    List<Map<String, RecordedEvent>> readings() {
        return readings;
    }

    /** Returns the events that the readings after the last edit showed. A replica may lag behind in any one of them. */
    Map<String, RecordedEvent> lastShown() {
        Map<String, RecordedEvent> shown = new HashMap<>();
        readings.subList(lastReadings, readings.size()).forEach(shown::putAll);
        return shown;
    }

    Duration eventTimeout() {
        return writes.eventTimeout();
    }

    /**
     * Whether a field of an event that came after an edit has a value that no edit sent, or one that was shown before. A
     * late event of another edit has neither.
     */
    boolean isForeign(RecordedEvent.Field field, Edit edit) {
        return attempted.stream().noneMatch(own -> FieldContent.same(own, field.newValue()))
                || accepted.stream().anyMatch(other -> other.wrote(field) && shownBefore(other, edit));
    }

    /** Whether no earlier reading has an event with a value of an edit. Later ones may repeat the value. */
    boolean isFirstOf(Edit edit, RecordedEvent event) {
        return readings.stream()
                .filter(reading -> reading.values().stream().anyMatch(other -> other.shows(edit)))
                .findFirst()
                .filter(reading -> reading.containsKey(event.id()))
                .isPresent();
    }

    private boolean shownBefore(Edit other, Edit edit) {
        return edit.before().stream().map(seen::get).filter(Objects::nonNull).anyMatch(event -> event.shows(other));
    }

    /** Returns the accepted edits whose values an event has. */
    List<Edit> shownBy(RecordedEvent event) {
        return accepted.stream().filter(event::shows).toList();
    }

    /** Whether an event has a value of an edit. */
    boolean shown(Edit edit) {
        return seen.values().stream()
                .anyMatch(event -> event.shows(edit) || (edit.ofRelatedItem() && event.namesItemOf(edit)));
    }

    /** Whether an event has the type of an edit, came after it, and has no value that only another edit explains. */
    boolean mayBeRecorded(Edit edit) {
        return seen.values().stream()
                .anyMatch(event -> !edit.before().contains(event.id())
                        && event.type().equals(edit.type())
                        && (!edit.ofRelatedItem()
                                || event.relatedItemType().isEmpty()
                                || event.relatedItemType().equals(edit.relatedItemType()))
                        && shownBy(event).stream().allMatch(other -> shownBefore(other, edit)));
    }

    // ---- the edits

    private EditedCase edit() {
        try {
            if (create()) {
                editTheCase();
            }
        } catch (ProbeFailure.LimitReached e) {
            limit = e;
        } catch (ProbeFailure e) {
            obstacles.add(String.valueOf(e.getMessage()));
        }
        return this;
    }

    private boolean create() throws ProbeFailure {
        Map<String, JsonNode> own = Map.of(writes.textField(), FieldContent.text("conformance kit 1"));
        Map<String, JsonNode> values = new LinkedHashMap<>();
        writes.fields().forEach((id, value) -> values.put(id, FieldContent.of(value)));
        values.putAll(own);
        String user = nextUser();
        ObjectNode input = input(values, user)
                .put("templateId", writes.templateId())
                .put("clientToken", UUID.randomUUID().toString());
        Request request = CaseRequest.createCase(writes.domainId(), input);
        context.temporaryCase().creating(writes.domainId(), request);
        int from = context.exchanges().size();
        Optional<Exchange> response = Optional.empty();
        // The client token makes it one case.
        for (int attempt = 1;
                attempt <= CREATIONS && response.filter(this::answered).isEmpty();
                attempt++) {
            response = sent("CreateCase", request);
        }
        Optional<String> id = response.flatMap(TemporaryCase::idIn);
        if (id.isEmpty()) {
            response.ifPresent(this::notCreated);
            return false;
        }
        one = new CaseRef(writes.domainId(), id.get());
        context.temporaryCase().created(one);
        attempted.addAll(own.values());
        accept(new Edit(
                "CreateCase", "Case.Created", "", own, user, response.get(), once(request, from), Set.of(), Map.of()));
        return true;
    }

    private boolean answered(Exchange response) {
        return response.response().status() < 500;
    }

    private void notCreated(Exchange response) {
        if (response.response().status() / 100 == 4) {
            context.temporaryCase().refused();
        }
        obstacles.add(
                TemporaryCase.accepted(response)
                        ? "the response to CreateCase has no caseId"
                        : refusal("CreateCase", response));
    }

    private void editTheCase() throws ProbeFailure {
        String text = writes.textField();
        String number = writes.numberField();
        update(Map.of(text, FieldContent.text("conformance kit 2")));
        update(Map.of(number, FieldContent.number(10)));
        update(both(text, FieldContent.text("conformance kit 3"), number, FieldContent.number(20.5)));
        comment("A comment of the conformance kit");
        updateInVain(both(
                text, FieldContent.text("conformance kit 4"), UNKNOWN_FIELD, FieldContent.text("conformance kit 5")));
        updateInVain(
                both(text, FieldContent.text("conformance kit 6"), number, FieldContent.text("conformance kit 7")));
        commentInVain();
        update(Map.of(text, FieldContent.text("conformance kit 8")));
        lastReadings = readings.size();
        await(after -> accepted.stream().allMatch(edit -> recorded(edit, after)) && allThere());
    }

    // In a fixed order, unlike Map.of, so that two runs send the same bytes.
    private static Map<String, JsonNode> both(String id, JsonNode value, String otherId, JsonNode otherValue) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put(id, value);
        values.put(otherId, otherValue);
        return values;
    }

    private void update(Map<String, JsonNode> values) throws ProbeFailure {
        String user = nextUser();
        Request request = CaseRequest.updateCase(one.domainId(), one.caseId(), input(values, user));
        perform("UpdateCase", "Case.Updated", "", values, user, request);
    }

    private void comment(String body) throws ProbeFailure {
        String user = nextUser();
        Request request = CaseRequest.createRelatedItem(one.domainId(), one.caseId(), comment(body, user));
        Map<String, JsonNode> content = Map.of("", FieldContent.text(body));
        perform("CreateRelatedItem", "RelatedItem.Created", "Comment", content, user, request);
    }

    private void perform(
            String operation,
            String type,
            String relatedItemType,
            Map<String, JsonNode> values,
            String user,
            Request request)
            throws ProbeFailure {
        Map<String, List<JsonNode>> previous = new HashMap<>();
        values.keySet().forEach(field -> previous.put(field, current.getOrDefault(field, List.of())));
        attempted.addAll(values.values());
        Set<String> before = Set.copyOf(seen.keySet());
        int from = context.exchanges().size();
        Optional<Exchange> response = sentWhenThere(operation, request);
        if (response.filter(TemporaryCase::accepted).isPresent()) {
            Edit edit = new Edit(
                    operation,
                    type,
                    relatedItemType,
                    values,
                    user,
                    response.get(),
                    once(request, from),
                    before,
                    previous);
            accept(edit);
            return;
        }
        response.ifPresent(other -> obstacles.add(refusal(operation, other)));
        if (response.filter(this::answered).isEmpty()) {
            // It may have been performed or not.
            values.forEach(this::add);
        }
    }

    private void accept(Edit edit) throws ProbeFailure {
        edit.values().forEach((field, value) -> current.put(field, List.of(value)));
        accepted.add(edit);
        await(after -> recorded(edit, after));
    }

    private void updateInVain(Map<String, JsonNode> values) throws ProbeFailure {
        String user = nextUser();
        Request request = CaseRequest.updateCase(one.domainId(), one.caseId(), input(values, user));
        requireRefusal("UpdateCase", "Case.Updated", "", values, user, request);
    }

    private void commentInVain() throws ProbeFailure {
        String user = nextUser();
        Request request = CaseRequest.createRelatedItem(one.domainId(), one.caseId(), comment("", user));
        requireRefusal("CreateRelatedItem", "RelatedItem.Created", "Comment", Map.of(), user, request);
    }

    private void requireRefusal(
            String operation,
            String type,
            String relatedItemType,
            Map<String, JsonNode> values,
            String user,
            Request request)
            throws ProbeFailure {
        Optional<Exchange> response = sent(operation, request);
        attempted.addAll(values.values());
        if (response.filter(one -> one.response().status() / 100 == 4).isPresent()) {
            refused.add(new Edit(
                    operation, type, relatedItemType, values, user, response.get(), false, seen.keySet(), Map.of()));
        } else {
            // It may have been performed as a whole, in part or not at all.
            values.keySet().forEach(field -> current.put(field, List.of()));
        }
    }

    private void add(String field, JsonNode value) {
        List<JsonNode> known = current.getOrDefault(field, List.of());
        if (!known.isEmpty()) {
            List<JsonNode> more = new ArrayList<>(known);
            more.add(value);
            current.put(field, more);
        }
    }

    // ---- the requests

    private String nextUser() {
        users++;
        return "conformance-kit-" + users;
    }

    private static ObjectNode input(Map<String, JsonNode> values, String user) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        var fields = input.putArray("fields");
        values.forEach((id, value) -> fields.addObject().put("id", id).set("value", value));
        input.withObject("/performedBy").put("customEntity", user);
        return input;
    }

    private static ObjectNode comment(String body, String user) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("type", "Comment");
        input.withObject("/content/comment").put("body", body).put("contentType", "Text/Plain");
        input.withObject("/performedBy").put("customEntity", user);
        return input;
    }

    // A new case may not be there for all operations at once.
    private Optional<Exchange> sentWhenThere(String operation, Request request) throws ProbeFailure {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        Optional<Exchange> response = sent(operation, request);
        while (response.filter(EditedCase::isMissing).isPresent() && left(start).compareTo(Duration.ZERO) > 0) {
            context.pause(shorter(pause, left(start)));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            response = sent(operation, request);
        }
        return response;
    }

    private static boolean isMissing(Exchange exchange) {
        return ErrorName.of(exchange)
                .filter("ResourceNotFoundException"::equals)
                .isPresent();
    }

    private Optional<Exchange> sent(String operation, Request request) throws ProbeFailure {
        try {
            return Optional.of(context.send(request));
        } catch (ProbeFailure.NoResponse e) {
            obstacles.add(String.format(Locale.ROOT, "%s got no response: %s", operation, e.getMessage()));
            return Optional.empty();
        }
    }

    // A 429 says that the request was not performed. A missing response or another error does not.
    private boolean once(Request request, int from) {
        List<Exchange> attempts = context.exchanges().stream()
                .skip(from)
                .filter(exchange -> exchange.request().method().equals(request.method())
                        && exchange.request().target().equals(request.target())
                        && exchange.request().body().equals(request.body()))
                .toList();
        return attempts.stream()
                .limit(Math.max(0, attempts.size() - 1))
                .allMatch(exchange -> exchange.reply() instanceof Response response
                        && (response.status() == 429 || response.status() == 404));
    }

    private static String refusal(String operation, Exchange response) {
        String message = Json.body(response).path("message").asText("");
        return String.format(
                Locale.ROOT,
                "the target refuses %s: %s%s",
                operation,
                Expect.status(response),
                message.isEmpty() ? "" : " '" + message + "'");
    }

    // ---- the events

    private boolean recorded(Edit edit, Duration after) {
        boolean patient = after.multipliedBy(PATIENCE).compareTo(writes.eventTimeout()) >= 0;
        return shown(edit) || (patient && mayBeRecorded(edit));
    }

    private boolean allThere() {
        return lastShown().keySet().containsAll(seen.keySet());
    }

    private void await(Predicate<Duration> there) throws ProbeFailure {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        read();
        while (!there.test(writes.eventTimeout().minus(left(start)))
                && left(start).compareTo(Duration.ZERO) > 0) {
            context.pause(shorter(pause, left(start)));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            read();
        }
    }

    private void read() throws ProbeFailure {
        Walk walk = context.walkAgain(one, 0);
        if (walk.complete()) {
            Map<String, RecordedEvent> events = RecordedEvent.in(walk);
            readings.add(events);
            events.forEach((id, event) -> seen.merge(
                    id,
                    event,
                    (first, later) -> EventContent.of(first).isKeptBy(EventContent.of(later)) ? later : first));
        }
    }

    private Duration left(long start) {
        return writes.eventTimeout().minusNanos(System.nanoTime() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
