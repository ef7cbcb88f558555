package dev.casesaudit.server.field;

import dev.casesaudit.api.model.FieldNamespace;
import dev.casesaudit.api.model.FieldType;
import java.util.List;

/**
 * A field of a domain.
 *
 * @param options the values of a SingleSelect field; empty for any other
 * @param isMultiline whether a Text field may have several lines
 */
public record Field(
        String id, String name, FieldType type, FieldNamespace namespace, List<String> options, boolean isMultiline) {

    public Field {
        options = List.copyOf(options);
    }
}
