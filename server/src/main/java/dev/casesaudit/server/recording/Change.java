package dev.casesaudit.server.recording;

import dev.casesaudit.api.model.FieldValueUnion;
import java.util.Optional;

/**
 * A field that an edit set, or a member of a related item.
 *
 * @param before the value before the edit; absent for none
 */
public record Change(String fieldId, Optional<FieldValueUnion> before, FieldValueUnion after) {

    /** Whether the value is another one than before. */
    public boolean isOne() {
        return !before.equals(Optional.of(after))
                && (before.isPresent() || !after.getClass().equals(EMPTY));
    }

    private static final Class<?> EMPTY = FieldValueUnion.EmptyValue.class;
}
