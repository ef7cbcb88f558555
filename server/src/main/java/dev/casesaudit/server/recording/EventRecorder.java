package dev.casesaudit.server.recording;

import dev.casesaudit.api.model.AuditEvent;
import dev.casesaudit.api.model.AuditEventField;
import dev.casesaudit.api.model.AuditEventFieldValueUnion;
import dev.casesaudit.api.model.AuditEventPerformedBy;
import dev.casesaudit.api.model.AuditEventType;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.json.Utf8;
import dev.casesaudit.server.json.WireJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the audit event of an edit, by the rules. */
public final class EventRecorder {

    private final RecordingRules rules;
    private final int longestText;

    /** @param longestText the most code points of a text in an event, by the contract */
    public EventRecorder(RecordingRules rules, int longestText) {
        this.rules = rules;
        this.longestText = longestText;
    }

    /** Returns the event that an edit records; empty if it records none. */
    public Optional<RecordedEvent> event(Edit edit, Instant time) {
        return switch (edit.kind()) {
            case CREATE_CASE -> event(Rule.CREATE_CASE_EVENT, AuditEventType.CASE_CREATED, edit, ofNewCase(edit), time);
            case REPLAY_OF_CREATE_CASE ->
                event(Rule.CREATE_CASE_REPLAY, AuditEventType.CASE_CREATED, edit, ofNewCase(edit), time);
            case UPDATE_CASE ->
                ofUpdate(
                        Rule.UPDATE_CASE_EVENT,
                        Rule.UPDATE_CASE_NO_CHANGE,
                        AuditEventType.CASE_UPDATED,
                        edit,
                        ofChangedCase(edit),
                        time);
            case CREATE_RELATED_ITEM ->
                event(
                        Rule.CREATE_RELATED_ITEM_EVENT,
                        AuditEventType.RELATED_ITEM_CREATED,
                        edit,
                        ofItem(edit, Rule.CREATE_RELATED_ITEM_FIELDS),
                        time);
            case UPDATE_RELATED_ITEM ->
                ofUpdate(
                        Rule.UPDATE_RELATED_ITEM_EVENT,
                        Rule.UPDATE_RELATED_ITEM_NO_CHANGE,
                        AuditEventType.RELATED_ITEM_UPDATED,
                        edit,
                        ofItem(edit, Rule.UPDATE_RELATED_ITEM_FIELDS),
                        time);
            case DELETE_RELATED_ITEM ->
                event(
                        Rule.DELETE_RELATED_ITEM_EVENT,
                        AuditEventType.RELATED_ITEM_DELETED,
                        edit,
                        ofItem(edit, Rule.DELETE_RELATED_ITEM_FIELDS),
                        time);
        };
    }

    // An update that changes nothing is recorded only where updates are.
    private Optional<RecordedEvent> ofUpdate(
            Rule rule, Rule withoutChange, AuditEventType type, Edit edit, List<AuditEventField> fields, Instant time) {
        boolean changes = edit.given().stream().anyMatch(Change::isOne);
        return changes
                ? event(rule, type, edit, fields, time)
                : rules.say(rule, Rule.RECORDED) ? event(withoutChange, type, edit, fields, time) : Optional.empty();
    }

    private List<AuditEventField> ofNewCase(Edit edit) {
        List<Change> listed = new ArrayList<>();
        if (!rules.say(Rule.CREATE_CASE_FIELDS, "none")) {
            listed.addAll(edit.given());
        }
        if (rules.say(Rule.CREATE_CASE_FIELDS, "all")) {
            listed.addAll(edit.bySystem());
        }
        return fields(listed, rules.say(Rule.CREATE_CASE_OLD_VALUE, "emptyValue") ? Old.ALWAYS : Old.NEVER);
    }

    private List<AuditEventField> ofChangedCase(Edit edit) {
        List<Change> listed = new ArrayList<>();
        if (rules.say(Rule.UPDATE_CASE_FIELDS, "given")) {
            listed.addAll(edit.given());
        } else if (rules.say(Rule.UPDATE_CASE_FIELDS, "changed")) {
            edit.given().stream().filter(Change::isOne).forEach(listed::add);
        }
        if (rules.say(Rule.UPDATE_CASE_SYSTEM_FIELDS, "listed")) {
            listed.addAll(edit.bySystem());
        }
        return fields(
                listed,
                rules.say(Rule.UPDATE_CASE_OLD_VALUE, "always")
                        ? Old.ALWAYS
                        : rules.say(Rule.UPDATE_CASE_OLD_VALUE, "absent") ? Old.NEVER : Old.WHERE_THERE_WAS_ONE);
    }

    private List<AuditEventField> ofItem(Edit edit, Rule rule) {
        if (rules.say(rule, "none")) {
            return List.of();
        }
        boolean onlyChanges = rules.say(rule, "changed");
        return fields(
                edit.given().stream()
                        .filter(change -> !onlyChanges || change.isOne())
                        .toList(),
                Old.WHERE_THERE_WAS_ONE);
    }

    private List<AuditEventField> fields(List<Change> changes, Old old) {
        List<AuditEventField> fields = new ArrayList<>();
        for (Change change : changes) {
            if (!isOmitted(change.after())) {
                AuditEventField field = new AuditEventField()
                        .eventFieldId(change.fieldId())
                        .newValue(FieldValues.audited(change.after(), longestText));
                old(change, old).ifPresent(field::setOldValue);
                fields.add(field);
            }
        }
        return fields;
    }

    private Optional<AuditEventFieldValueUnion> old(Change change, Old old) {
        return switch (old) {
            case NEVER -> Optional.empty();
            case ALWAYS -> Optional.of(FieldValues.audited(change.before().orElse(FieldValues.EMPTY), longestText));
            case WHERE_THERE_WAS_ONE -> change.before().map(value -> FieldValues.audited(value, longestText));
        };
    }

    private boolean isOmitted(FieldValueUnion value) {
        return rules.say(Rule.LONG_TEXTS, "omitted")
                && value instanceof FieldValueUnion.StringValue text
                && Utf8.codePoints(text.stringValue()) > longestText;
    }

    private Optional<RecordedEvent> event(
            Rule rule, AuditEventType type, Edit edit, List<AuditEventField> fields, Instant time) {
        if (!rules.say(rule, Rule.RECORDED)) {
            return Optional.empty();
        }
        AuditEvent event = new AuditEvent()
                .eventId(UUID.randomUUID().toString())
                .type(type)
                .relatedItemType(edit.relatedItem().orElse(null))
                .performedTime(time)
                .fields(fields)
                .performedBy(performedBy(edit));
        return Optional.of(new RecordedEvent(WireJson.encodeInOrder(event), rule));
    }

    private @Nullable AuditEventPerformedBy performedBy(Edit edit) {
        if (rules.say(Rule.PERFORMED_BY_PRINCIPAL, "performedBy absent")) {
            return null;
        }
        return new AuditEventPerformedBy()
                .iamPrincipalArn(edit.principal())
                .user(
                        rules.say(Rule.PERFORMED_BY_USER, "absent")
                                ? null
                                : edit.user().orElse(null));
    }

    private enum Old {
        NEVER,
        WHERE_THERE_WAS_ONE,
        ALWAYS
    }
}
