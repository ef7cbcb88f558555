package dev.casesaudit.server.field;

import java.util.List;

/**
 * A template of a domain.
 *
 * @param requiredFields the fields that each of its cases must have
 */
public record Template(String id, List<String> requiredFields) {

    public Template {
        requiredFields = List.copyOf(requiredFields);
    }
}
