package dev.casesaudit.server.recording;

import dev.casesaudit.api.model.RelatedItemType;
import dev.casesaudit.api.model.UserUnion;
import java.util.List;
import java.util.Optional;

/**
 * An accepted request of a writing operation.
 *
 * @param kind what it did
 * @param relatedItem the type of the related item; absent for an edit of a case
 * @param given the fields of the request, or the members of a related item
 * @param bySystem the fields that the service set because of the request
 * @param user the {@code performedBy} of the request
 * @param principal the ARN of who signed the request
 */
public record Edit(
        Kind kind,
        Optional<RelatedItemType> relatedItem,
        List<Change> given,
        List<Change> bySystem,
        Optional<UserUnion> user,
        String principal) {

    public Edit {
        given = List.copyOf(given);
        bySystem = List.copyOf(bySystem);
    }

    /** What an edit did. */
    public enum Kind {
        CREATE_CASE,
        REPLAY_OF_CREATE_CASE,
        UPDATE_CASE,
        CREATE_RELATED_ITEM,
        UPDATE_RELATED_ITEM,
        DELETE_RELATED_ITEM
    }
}
