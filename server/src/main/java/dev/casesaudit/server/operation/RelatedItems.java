package dev.casesaudit.server.operation;

import dev.casesaudit.api.model.CommentContent;
import dev.casesaudit.api.model.CreateRelatedItemRequest;
import dev.casesaudit.api.model.CustomInputContent;
import dev.casesaudit.api.model.FieldValue;
import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.api.model.RelatedItemInputContent;
import dev.casesaudit.api.model.RelatedItemUpdateContent;
import dev.casesaudit.api.model.SlaInputContent;
import dev.casesaudit.api.model.SlaInputSettings;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.audit.RelatedItem;
import dev.casesaudit.server.audit.WorldView;
import dev.casesaudit.server.field.FieldCheck;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.recording.Change;
import dev.casesaudit.server.request.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The contents of related items: what they must satisfy, and what they are in events. */
final class RelatedItems {

    private RelatedItems() {}

    /** Refuses a content that is not of the type, or whose fields the domain does not have. */
    static void requireValid(CreateRelatedItemRequest request, String domainId, WorldView world) {
        Violations violations = new Violations();
        RelatedItemInputContent content = request.getContent();
        if (!arm(content).equals(request.getType().toString())) {
            violations.add(
                    "/content",
                    String.format(
                            Locale.ROOT,
                            "Member must have the content of a related item of type %s, got that of type %s",
                            request.getType().toString(),
                            arm(content)));
        }
        FieldCheck check = new FieldCheck(world.schema(domainId), violations::add);
        if (content instanceof RelatedItemInputContent.Custom custom) {
            check.values(custom.custom().getFields(), "/content/custom/fields");
        } else if (content instanceof RelatedItemInputContent.Sla sla) {
            check(configuration(sla), check, violations);
        }
        violations.throwIfAny();
        if (content instanceof RelatedItemInputContent.ConnectCase other) {
            world.existing(new CaseKey(domainId, other.connectCase().getCaseId()));
        }
    }

    private static void check(SlaInputSettings sla, FieldCheck check, Violations violations) {
        String pointer = "/content/sla/slaInputConfiguration";
        List<FieldValueUnion> targets = targets(sla);
        if (sla.getFieldId() == null) {
            if (!targets.isEmpty()) {
                violations.add(pointer + "/fieldId", "Member must not be null where targetFieldValues has a value");
            }
            return;
        }
        check.field(sla.getFieldId(), pointer + "/fieldId").ifPresent(field -> {
            for (int i = 0; i < targets.size(); i++) {
                check.value(field, targets.get(i), pointer + "/targetFieldValues/" + i);
            }
        });
    }

    private static List<FieldValueUnion> targets(SlaInputSettings sla) {
        return Optional.ofNullable(sla.getTargetFieldValues()).orElse(List.of());
    }

    private static SlaInputSettings configuration(RelatedItemInputContent.Sla sla) {
        return ((SlaInputContent.SlaInputConfiguration) sla.sla()).slaInputConfiguration();
    }

    // The name of the arm is that of the type.
    private static String arm(Object content) {
        return content.getClass().getSimpleName();
    }

    /** Returns the content of a related item after an update, which must be of its type. */
    static RelatedItemInputContent updated(
            RelatedItem item, RelatedItemUpdateContent content, String domainId, WorldView world) {
        Violations violations = new Violations();
        if (!arm(content).equals(item.type().toString())) {
            violations.add(
                    "/content",
                    String.format(
                            Locale.ROOT,
                            "Member must have the content of a related item of type %s, got that of type %s",
                            item.type().toString(),
                            arm(content)));
        }
        if (content instanceof RelatedItemUpdateContent.Custom custom) {
            new FieldCheck(world.schema(domainId), violations::add)
                    .values(custom.custom().getFields(), "/content/custom/fields");
        }
        violations.throwIfAny();
        return content instanceof RelatedItemUpdateContent.Comment comment
                ? new RelatedItemInputContent.Comment(new CommentContent(
                        comment.comment().getBody(), comment.comment().getContentType()))
                : new RelatedItemInputContent.Custom(new CustomInputContent(
                        ((RelatedItemUpdateContent.Custom) content).custom().getFields()));
    }

    /** Returns what an edit changes in the content of a related item; an absent content has no values. */
    static List<Change> changes(Optional<RelatedItemInputContent> before, Optional<RelatedItemInputContent> after) {
        Map<String, FieldValueUnion> old = before.map(RelatedItems::values).orElse(Map.of());
        Map<String, FieldValueUnion> now = after.map(RelatedItems::values).orElse(Map.of());
        List<Change> changes = new ArrayList<>();
        now.forEach((id, value) -> changes.add(new Change(id, Optional.ofNullable(old.get(id)), value)));
        old.forEach((id, value) -> {
            if (!now.containsKey(id)) {
                changes.add(new Change(id, Optional.of(value), FieldValues.EMPTY));
            }
        });
        return changes;
    }

    private static Map<String, FieldValueUnion> values(RelatedItemInputContent content) {
        Map<String, FieldValueUnion> values = new LinkedHashMap<>();
        if (content instanceof RelatedItemInputContent.Contact contact) {
            values.put("contactArn", FieldValues.text(contact.contact().getContactArn()));
        } else if (content instanceof RelatedItemInputContent.Comment comment) {
            values.put("body", FieldValues.text(comment.comment().getBody()));
        } else if (content instanceof RelatedItemInputContent.File file) {
            values.put("fileArn", FieldValues.text(file._file().getFileArn()));
        } else if (content instanceof RelatedItemInputContent.ConnectCase other) {
            values.put("caseId", FieldValues.text(other.connectCase().getCaseId()));
        } else if (content instanceof RelatedItemInputContent.Custom custom) {
            for (FieldValue field : custom.custom().getFields()) {
                values.put(field.getId(), field.getValue());
            }
        } else {
            SlaInputSettings sla = configuration((RelatedItemInputContent.Sla) content);
            values.put("name", FieldValues.text(sla.getName()));
            values.put("targetSlaMinutes", new FieldValueUnion.DoubleValue((double) sla.getTargetSlaMinutes()));
        }
        return values;
    }
}
