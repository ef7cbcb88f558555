package dev.casesaudit.junit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event in the history of a case.
 *
 * @param type such as {@code Case.Updated}
 * @param relatedItemType such as {@code Comment}; absent for an event of the case itself
 * @param user the {@code performedBy} of the request that made it, an ARN
 * @param principal the ARN of who signed that request
 */
public record RecordedEvent(
        String id,
        String type,
        Instant performedTime,
        Optional<String> relatedItemType,
        List<Change> fields,
        Optional<String> user,
        Optional<String> principal) {

    /**
     * A field as the event lists it. A value is a {@code String}, a {@code Boolean} or a number; of another arm, such as
     * {@code emptyValue}, it is a {@code Map} of its members.
     *
     * @param oldValue absent where the field had none
     */
    public record Change(String fieldId, Optional<Object> oldValue, Optional<Object> newValue) {

        static Change of(JsonObject field) {
            return new Change(
                    field.requiredText("eventFieldId"),
                    value(field.object("oldValue")),
                    value(field.object("newValue")));
        }

        // The one member of the union.
        private static Optional<Object> value(Optional<JsonObject> union) {
            return union.map(JsonObject::members)
                    .flatMap(members ->
                            members.values().stream().<Object>map(one -> one).findFirst());
        }
    }

    static RecordedEvent of(JsonObject event) {
        JsonObject performedBy = event.object("performedBy").orElse(new JsonObject(Map.of()));
        return new RecordedEvent(
                event.requiredText("eventId"),
                event.requiredText("type"),
                event.time("performedTime").orElse(Instant.EPOCH),
                event.text("relatedItemType"),
                event.list("fields", Change::of),
                performedBy.object("user").flatMap(user -> user.text("userArn").or(() -> user.text("customEntity"))),
                performedBy.text("iamPrincipalArn"));
    }

    /** Returns the change of a field, if the event has one. */
    public Optional<Change> field(String fieldId) {
        return fields.stream().filter(field -> field.fieldId().equals(fieldId)).findFirst();
    }
}
