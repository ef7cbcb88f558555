package dev.casesaudit.server.operation;

import dev.casesaudit.api.model.CommentContent;
import dev.casesaudit.api.model.CreateCaseRequest;
import dev.casesaudit.api.model.CreateCaseResponse;
import dev.casesaudit.api.model.CreateRelatedItemRequest;
import dev.casesaudit.api.model.CreateRelatedItemResponse;
import dev.casesaudit.api.model.CustomContent;
import dev.casesaudit.api.model.FieldAttributes;
import dev.casesaudit.api.model.FieldIdentifier;
import dev.casesaudit.api.model.FieldSummary;
import dev.casesaudit.api.model.FieldType;
import dev.casesaudit.api.model.FieldValue;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.api.model.GetCaseRequest;
import dev.casesaudit.api.model.GetCaseResponse;
import dev.casesaudit.api.model.ListFieldsResponse;
import dev.casesaudit.api.model.RelatedItemContent;
import dev.casesaudit.api.model.RelatedItemInputContent;
import dev.casesaudit.api.model.RelatedItemUpdateContent;
import dev.casesaudit.api.model.TextAttributes;
import dev.casesaudit.api.model.UpdateCaseRequest;
import dev.casesaudit.api.model.UpdateRelatedItemRequest;
import dev.casesaudit.api.model.UpdateRelatedItemResponse;
import dev.casesaudit.api.model.UserUnion;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseContent;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.ClientToken;
import dev.casesaudit.server.audit.RelatedItem;
import dev.casesaudit.server.audit.SeededCase;
import dev.casesaudit.server.audit.World;
import dev.casesaudit.server.audit.WorldView;
import dev.casesaudit.server.auth.Principals;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.field.DomainSchema;
import dev.casesaudit.server.field.Field;
import dev.casesaudit.server.field.FieldCheck;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.field.SystemFields;
import dev.casesaudit.server.field.Template;
import dev.casesaudit.server.http.CurrentRequest;
import dev.casesaudit.server.json.Models;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.recording.Change;
import dev.casesaudit.server.recording.Edit;
import dev.casesaudit.server.recording.EventRecorder;
import dev.casesaudit.server.recording.RecordedEvent;
import dev.casesaudit.server.request.Violations;
import dev.casesaudit.server.world.WorldStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the generated interface for one request. A subclass implements the interface, since JAX-RS would
 * register this class if it did.
 */
class CaseCall {

    private static final int MOST_FIELDS = 100;
    private static final Map<String, Object> NOTHING = Map.of();

    private final CurrentRequest current;
    private final Map<String, Object> input;
    private final WorldStore store;
    private final EventRecorder recorder;
    private final Principals principals;
    private final CursorCodec cursors;

    /** @param input the members that are not in the path */
    CaseCall(
            CurrentRequest current,
            Map<String, Object> input,
            WorldStore store,
            EventRecorder recorder,
            Principals principals,
            CursorCodec cursors) {
        this.current = current;
        this.input = input;
        this.store = store;
        this.recorder = recorder;
        this.principals = principals;
        this.cursors = cursors;
    }

    String domainId() {
        return current.label(0);
    }

    String caseId() {
        return current.label(1);
    }

    String relatedItemId() {
        return current.label(2);
    }

    @Nullable
    Integer maxResults() {
        return (Integer) input.get("maxResults");
    }

    @Nullable
    String nextToken() {
        return (String) input.get("nextToken");
    }

    /** Returns the body as its generated class. */
    <I> I input(Class<I> type) {
        return Models.of(input, type);
    }

    public CreateCaseResponse createCase(String domainId, CreateCaseRequest request) {
        CaseKey key = new CaseKey(domainId, UUID.randomUUID().toString());
        Optional<ClientToken> token = RequestDigest.clientToken(request.getClientToken(), input);
        return store.transact(world -> {
            DomainSchema schema = world.schema(domainId);
            Optional<String> earlier = token.flatMap(one -> world.createdWith(domainId, one.token()));
            if (earlier.isPresent()) {
                return replayed(new CaseKey(domainId, earlier.get()), token.orElseThrow(), request, world);
            }
            Template template = schema.template(request.getTemplateId())
                    .orElseThrow(() -> new ServiceException(World.noSuchTemplate(request.getTemplateId(), domainId)));
            Violations violations = new Violations();
            new FieldCheck(schema, violations::add).create(request.getFields(), template);
            violations.throwIfAny();
            Instant now = after(Instant.EPOCH);
            CaseContent content = newContent(request, schema, token, now);
            AuditHistory history = recorder.event(ofNewCase(Edit.Kind.CREATE_CASE, request, content, key.caseId()), now)
                    .map(AuditHistory::of)
                    .orElseGet(() -> AuditHistory.of(List.of()));
            world.put(key, new SeededCase.WithHistory(history, Optional.of(content)));
            return created(key);
        });
    }

    private CreateCaseResponse replayed(
            CaseKey key, ClientToken token, CreateCaseRequest request, WorldStore.Transaction world) {
        SeededCase.WithHistory before = world.existing(key);
        if (!before.clientToken().equals(Optional.of(token))) {
            throw new ServiceException(
                    ErrorType.CONFLICT,
                    "The client token was used before, with another request. Use a new token for a new request.");
        }
        recorder.event(
                        ofNewCase(Edit.Kind.REPLAY_OF_CREATE_CASE, request, before.content(), key.caseId()),
                        after(before.history().newestTime()))
                .ifPresent(event -> world.put(
                        key, new SeededCase.WithHistory(before.history().with(event), before.edited())));
        return created(key);
    }

    private static CreateCaseResponse created(CaseKey key) {
        return new CreateCaseResponse(key.caseId(), Arns.ofCase(key.domainId(), key.caseId()));
    }

    private static CaseContent newContent(
            CreateCaseRequest request, DomainSchema schema, Optional<ClientToken> token, Instant now) {
        CaseContent empty = new CaseContent(
                Optional.of(request.getTemplateId()),
                Map.of(SystemFields.STATUS, FieldValues.text("open")),
                Optional.ofNullable(request.getTags()).orElse(Map.of()),
                PersistentMap.empty(),
                now,
                now,
                Optional.empty(),
                token);
        return empty.with(byId(request.getFields(), schema), now);
    }

    private Edit ofNewCase(Edit.Kind kind, CreateCaseRequest request, CaseContent content, String caseId) {
        List<Change> given = request.getFields().stream()
                .map(field -> new Change(field.getId(), Optional.empty(), field.getValue()))
                .toList();
        List<Change> bySystem = new ArrayList<>();
        for (String id : List.of(
                SystemFields.STATUS,
                SystemFields.CASE_ID,
                SystemFields.REFERENCE_NUMBER,
                SystemFields.CREATED,
                SystemFields.UPDATED)) {
            if (given.stream().noneMatch(change -> change.fieldId().equals(id))) {
                content.value(id, caseId).ifPresent(value -> bySystem.add(new Change(id, Optional.empty(), value)));
            }
        }
        return edit(kind, Optional.empty(), given, bySystem, request.getPerformedBy());
    }

    private Edit edit(
            Edit.Kind kind,
            Optional<RelatedItem> item,
            List<Change> given,
            List<Change> bySystem,
            @Nullable UserUnion user) {
        return new Edit(
                kind,
                item.map(RelatedItem::type),
                given,
                bySystem,
                Optional.ofNullable(user),
                principals.of(current.request()));
    }

    // Not before the newest event, so that times never run backwards; as exact as times in events are.
    private static Instant after(Instant newest) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(newest) ? newest : now;
    }

    // With the ids of the domain, since a copy of each in each case would take up memory.
    private static Map<String, FieldValueUnion> byId(List<FieldValue> fields, DomainSchema schema) {
        Map<String, FieldValueUnion> byId = new LinkedHashMap<>();
        fields.forEach(
                field -> byId.put(schema.field(field.getId()).orElseThrow().id(), field.getValue()));
        return byId;
    }

    public GetCaseResponse getCase(String domainId, String caseId, GetCaseRequest request) {
        WorldView world = current.world();
        CaseKey key = new CaseKey(domainId, caseId);
        CaseContent content = world.existing(key).content();
        DomainSchema schema = world.schema(domainId);
        Violations violations = new Violations();
        FieldCheck check = new FieldCheck(schema, violations::add);
        List<FieldValue> fields = new ArrayList<>();
        for (int i = 0; i < request.getFields().size(); i++) {
            FieldIdentifier field = request.getFields().get(i);
            check.field(field.getId(), "/fields/" + i + "/id");
            content.value(field.getId(), caseId).ifPresent(value -> fields.add(FieldValues.of(field.getId(), value)));
        }
        // All fields fit on one page, so no token was ever issued.
        if (request.getNextToken() != null) {
            violations.add("/nextToken", Pages.FOREIGN_TOKEN);
        }
        violations.throwIfAny();
        return new EncodedCase(
                fields,
                content.templateId().orElseGet(() -> schema.firstTemplate().id()),
                content.tags());
    }

    public Object updateCase(String domainId, String caseId, UpdateCaseRequest request) {
        CaseKey key = new CaseKey(domainId, caseId);
        return store.transact(world -> {
            SeededCase.WithHistory before = world.existing(key);
            CaseContent content = before.content();
            Violations violations = new Violations();
            DomainSchema schema = world.schema(domainId);
            new FieldCheck(schema, violations::add).update(request.getFields(), template(content, schema));
            violations.throwIfAny();
            Instant now = after(before.history().newestTime());
            List<Change> given = request.getFields().stream()
                    .map(field -> new Change(field.getId(), content.value(field.getId(), caseId), field.getValue()))
                    .toList();
            boolean changes = given.stream().anyMatch(Change::isOne);
            CaseContent next = changes ? content.with(byId(request.getFields(), schema), now) : content;
            Edit edit = edit(
                    Edit.Kind.UPDATE_CASE,
                    Optional.empty(),
                    given,
                    bySystem(content, next, caseId),
                    request.getPerformedBy());
            record(world, key, before, next, recorder.event(edit, now));
            return NOTHING;
        });
    }

    private static Template template(CaseContent content, DomainSchema schema) {
        return content.templateId().flatMap(schema::template).orElseGet(schema::firstTemplate);
    }

    private static List<Change> bySystem(CaseContent before, CaseContent after, String caseId) {
        List<Change> changes = new ArrayList<>();
        for (String id : List.of(SystemFields.UPDATED, SystemFields.CLOSED)) {
            Optional<FieldValueUnion> old = before.value(id, caseId);
            after.value(id, caseId)
                    .filter(value -> !old.equals(Optional.of(value)))
                    .ifPresent(value -> changes.add(new Change(id, old, value)));
        }
        return changes;
    }

    // An edit that changes nothing passes the content on as it is. Comparing its values would take longer the more it
    // has.
    @SuppressWarnings("ReferenceEquality")
    private static void record(
            WorldStore.Transaction world,
            CaseKey key,
            SeededCase.WithHistory before,
            CaseContent next,
            Optional<RecordedEvent> event) {
        if (event.isPresent() || next != before.content()) {
            AuditHistory history = event.map(before.history()::with).orElse(before.history());
            world.put(key, new SeededCase.WithHistory(history, Optional.of(next)));
        }
    }

    public Object deleteCase(String domainId, String caseId) {
        CaseKey key = new CaseKey(domainId, caseId);
        return store.transact(world -> {
            world.existing(key);
            world.remove(key);
            return NOTHING;
        });
    }

    public CreateRelatedItemResponse createRelatedItem(
            String domainId, String caseId, CreateRelatedItemRequest request) {
        CaseKey key = new CaseKey(domainId, caseId);
        String itemId = UUID.randomUUID().toString();
        return store.transact(world -> {
            SeededCase.WithHistory before = world.existing(key);
            RelatedItems.requireValid(request, domainId, world);
            Instant now = after(before.history().newestTime());
            RelatedItem item = RelatedItem.of(
                    request.getType(),
                    request.getContent(),
                    now,
                    Optional.ofNullable(request.getPerformedBy()),
                    Optional.empty());
            List<Change> given = RelatedItems.changes(Optional.empty(), Optional.of(item.content()));
            Edit edit =
                    edit(Edit.Kind.CREATE_RELATED_ITEM, Optional.of(item), given, List.of(), request.getPerformedBy());
            CaseContent content = before.content();
            record(
                    world,
                    key,
                    before,
                    content.with(content.relatedItems().with(itemId, item)),
                    recorder.event(edit, now));
            return new CreateRelatedItemResponse(itemId, Arns.ofRelatedItem(domainId, caseId, itemId));
        });
    }

    public UpdateRelatedItemResponse updateRelatedItem(
            String domainId, String caseId, String relatedItemId, UpdateRelatedItemRequest request) {
        CaseKey key = new CaseKey(domainId, caseId);
        return store.transact(world -> {
            SeededCase.WithHistory before = world.existing(key);
            RelatedItem item = item(before.content(), relatedItemId, caseId);
            RelatedItemInputContent next = RelatedItems.updated(item, request.getContent(), domainId, world);
            List<Change> given = RelatedItems.changes(Optional.of(item.content()), Optional.of(next));
            Instant now = after(before.history().newestTime());
            Edit edit =
                    edit(Edit.Kind.UPDATE_RELATED_ITEM, Optional.of(item), given, List.of(), request.getPerformedBy());
            CaseContent content = before.content();
            boolean changes = given.stream().anyMatch(Change::isOne);
            RelatedItem updated = changes
                    ? RelatedItem.of(
                            item.type(),
                            next,
                            item.associated(),
                            item.createdBy(),
                            Optional.ofNullable(request.getPerformedBy()))
                    : item;
            record(
                    world,
                    key,
                    before,
                    changes ? content.with(content.relatedItems().with(relatedItemId, updated)) : content,
                    recorder.event(edit, now));
            return new UpdateRelatedItemResponse(
                            relatedItemId,
                            Arns.ofRelatedItem(domainId, caseId, relatedItemId),
                            updated.type(),
                            content(request.getContent()),
                            updated.associated())
                    .tags(null)
                    .createdBy(updated.createdBy().orElse(null))
                    .lastUpdatedUser(updated.updatedBy().orElse(null));
        });
    }

    private static RelatedItem item(CaseContent content, String relatedItemId, String caseId) {
        return Optional.ofNullable(content.relatedItems().get(relatedItemId))
                .orElseThrow(() -> new ServiceException(World.noSuchRelatedItem(relatedItemId, caseId)));
    }

    private static RelatedItemContent content(RelatedItemUpdateContent content) {
        return content instanceof RelatedItemUpdateContent.Comment comment
                ? new RelatedItemContent.Comment(new CommentContent(
                        comment.comment().getBody(), comment.comment().getContentType()))
                : new RelatedItemContent.Custom(new CustomContent(
                        ((RelatedItemUpdateContent.Custom) content).custom().getFields()));
    }

    public Object deleteRelatedItem(String domainId, String caseId, String relatedItemId) {
        CaseKey key = new CaseKey(domainId, caseId);
        return store.transact(world -> {
            SeededCase.WithHistory before = world.existing(key);
            CaseContent content = before.content();
            RelatedItem item = item(content, relatedItemId, caseId);
            List<Change> given = RelatedItems.changes(Optional.of(item.content()), Optional.empty());
            Instant now = after(before.history().newestTime());
            Edit edit = edit(Edit.Kind.DELETE_RELATED_ITEM, Optional.of(item), given, List.of(), null);
            record(
                    world,
                    key,
                    before,
                    content.with(content.relatedItems().without(relatedItemId)),
                    recorder.event(edit, now));
            return NOTHING;
        });
    }

    public ListFieldsResponse listFields(String domainId, @Nullable Integer maxResults, @Nullable String nextToken) {
        List<Field> fields = List.copyOf(current.world().schema(domainId).fields());
        int from = nextToken == null ? 0 : start(nextToken, domainId, fields.size());
        int to = Math.min(fields.size(), from + (maxResults == null ? MOST_FIELDS : maxResults));
        return new ListFieldsResponse(fields.subList(from, to).stream()
                        .map(field -> summary(domainId, field))
                        .toList())
                .nextToken(to == fields.size() ? null : cursors.encodeField(to, domainId, fields.size()));
    }

    private int start(String token, String domainId, int fields) {
        return cursors.decodeField(token, domainId, fields)
                .orElseThrow(() -> new Violations()
                        .add("/nextToken", "Member must be a token that was issued for this domain")
                        .exception());
    }

    private static FieldSummary summary(String domainId, Field field) {
        return new FieldSummary(
                        field.id(), Arns.ofField(domainId, field.id()), field.name(), field.type(), field.namespace())
                .attributes(
                        field.type() == FieldType.TEXT
                                ? new FieldAttributes.Text(new TextAttributes(field.isMultiline()))
                                : null);
    }
}
