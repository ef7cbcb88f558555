package dev.casesaudit.server.audit;

import dev.casesaudit.api.model.FieldValueUnion;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.field.FieldValues;
import dev.casesaudit.server.field.SystemFields;
import dev.casesaudit.server.json.Utf8;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a case is at a moment, besides its history.
 *
 * @param templateId absent for the first template of its domain
 * @param fields the fields that have a value, but for those that the service keeps
 * @param closed when its status became {@code closed} the last time
 */
public record CaseContent(
        Optional<String> templateId,
        Map<String, FieldValueUnion> fields,
        Map<String, String> tags,
        PersistentMap<String, RelatedItem> relatedItems,
        Instant created,
        Instant updated,
        Optional<Instant> closed,
        Optional<ClientToken> clientToken) {

    private static final int OWN_BYTES = 320;
    private static final int ENTRY_BYTES = 64;

    public CaseContent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        tags = Map.copyOf(tags);
    }

    /** Returns the value of a field; empty for none. */
    public Optional<FieldValueUnion> value(String fieldId, String caseId) {
        return switch (fieldId) {
            case SystemFields.CASE_ID -> Optional.of(FieldValues.text(caseId));
            case SystemFields.REFERENCE_NUMBER -> Optional.of(FieldValues.text(referenceNumber(caseId)));
            case SystemFields.CREATED -> Optional.of(FieldValues.text(created.toString()));
            case SystemFields.UPDATED -> Optional.of(FieldValues.text(updated.toString()));
            case SystemFields.CLOSED -> closed.map(time -> FieldValues.text(time.toString()));
            default -> Optional.ofNullable(fields.get(fieldId));
        };
    }

    // Eight digits, which the service does not promise to be unique either.
    private static String referenceNumber(String caseId) {
        CRC32 sum = new CRC32();
        caseId.chars().forEach(c -> {
            sum.update(c >> 8);
            sum.update(c);
        });
        return String.format(Locale.ROOT, "%08d", sum.getValue() % 100_000_000);
    }

    /** This content with other values of fields. An empty value removes a field. */
    public CaseContent with(Map<String, FieldValueUnion> changes, Instant time) {
        Map<String, FieldValueUnion> next = new LinkedHashMap<>(fields);
        changes.forEach((id, value) -> {
            if (FieldValues.isEmpty(value)) {
                next.remove(id);
            } else {
                next.put(id, value);
            }
        });
        boolean closes = SystemFields.CLOSED_STATUS.equals(changes.get(SystemFields.STATUS));
        return new CaseContent(
                templateId, next, tags, relatedItems, created, time, closes ? Optional.of(time) : closed, clientToken);
    }

    /** This content with other related items, which are no update of the case itself. */
    public CaseContent with(PersistentMap<String, RelatedItem> items) {
        return new CaseContent(templateId, fields, tags, items, created, updated, closed, clientToken);
    }

    /** The same without the client token that it was created with. */
    CaseContent withoutClientToken() {
        return clientToken.isEmpty()
                ? this
                : new CaseContent(templateId, fields, tags, relatedItems, created, updated, closed, Optional.empty());
    }

    /** Returns roughly how many bytes of memory it needs. The ids of fields are those of the domain. */
    public long bytes() {
        long bytes = OWN_BYTES;
        for (FieldValueUnion value : fields.values()) {
            bytes += ENTRY_BYTES + FieldValues.bytes(value);
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            bytes += 2L * ENTRY_BYTES + Utf8.memory(tag.getKey()) + Utf8.memory(tag.getValue());
        }
        for (RelatedItem item : relatedItems.values()) {
            bytes += item.bytes();
        }
        return bytes + clientToken.map(CaseContent::bytesOf).orElse(0L);
    }

    // With its place in the map of tokens.
    private static long bytesOf(ClientToken token) {
        return 4L * ENTRY_BYTES + Utf8.memory(token.token()) + Utf8.memory(token.request());
    }
}
