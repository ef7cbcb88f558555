package dev.casesaudit.conformance.check.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request of the kit that changes its case, or that the target must refuse. Its values and its user are those of no
 * other edit.
 *
 * @param type the type that the documents give to its event
 * @param relatedItemType the type of the related item; empty for an edit of the case
 * @param values by the ids of fields; by an empty id the content of a related item
 * @param user the {@code customEntity} of its {@code performedBy}
 * @param once whether the target has performed it exactly once
 * @param before the ids of the events that were there before
 * @param previous by the ids of fields, the values that the field may have had; empty if they are not known
 */
record Edit(
        String operation,
        String type,
        String relatedItemType,
        Map<String, JsonNode> values,
        String user,
        Exchange exchange,
        boolean once,
        Set<String> before,
        Map<String, List<JsonNode>> previous) {

    Edit {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        before = Set.copyOf(before);
        previous = Map.copyOf(previous);
    }

    boolean ofRelatedItem() {
        return !relatedItemType.isEmpty();
    }

    /** Whether a field of an event has a value of this edit. */
    boolean wrote(RecordedEvent.Field field) {
        JsonNode value = values.get(ofRelatedItem() ? "" : field.id());
        return value != null && FieldContent.same(value, field.newValue());
    }
}
