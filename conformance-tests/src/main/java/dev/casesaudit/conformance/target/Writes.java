package dev.casesaudit.conformance.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the kit may use of a target that it writes to.
 *
 * @param textField a field of type Text that a case of the template can have
 * @param numberField the same of type Number
 * @param fields the values of the other fields that the template requires: texts, numbers or booleans
 * @param eventTimeout the longest time from an edit to its event
 */
public record Writes(
        String domainId,
        String templateId,
        String textField,
        String numberField,
        Map<String, JsonNode> fields,
        Duration eventTimeout) {

    public Writes {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
