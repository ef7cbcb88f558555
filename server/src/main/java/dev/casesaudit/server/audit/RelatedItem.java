package dev.casesaudit.server.audit;

import dev.casesaudit.api.model.RelatedItemInputContent;
import dev.casesaudit.api.model.RelatedItemType;
import dev.casesaudit.api.model.UserUnion;
import dev.casesaudit.server.json.WireJson;
import java.time.Instant;
import java.util.Optional;

/**
 * A related item of a case.
 *
 * @param associated when it was added to the case
 * @param bytes roughly how many bytes of memory it needs
 */
public record RelatedItem(
        RelatedItemType type,
        RelatedItemInputContent content,
        Instant associated,
        Optional<UserUnion> createdBy,
        Optional<UserUnion> updatedBy,
        long bytes) {

    private static final int OWN_BYTES = 512;

    public static RelatedItem of(
            RelatedItemType type,
            RelatedItemInputContent content,
            Instant associated,
            Optional<UserUnion> createdBy,
            Optional<UserUnion> updatedBy) {
        return new RelatedItem(
                type, content, associated, createdBy, updatedBy, OWN_BYTES + 2L * WireJson.encode(content).length);
    }
}
