package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/**
 * The operation's input, read and not yet validated.
 *
 * @param maxResults empty where it was absent or null
 * @param nextToken empty where it was absent or null
 */
public record Input(CaseRef of, Optional<Integer> maxResults, Optional<String> nextToken) {

    static Input of(CaseRef of, JsonNode body) {
        JsonNode size = body.path("maxResults");
        if (!size.isMissingNode() && !size.isNull() && !(size.isIntegralNumber() && size.canConvertToInt())) {
            throw StubError.malformed("maxResults is not an integer");
        }
        JsonNode token = body.path("nextToken");
        if (!token.isMissingNode() && !token.isNull() && !token.isTextual()) {
            throw StubError.malformed("nextToken is not a string");
        }
        return new Input(
                of,
                size.isNumber() ? Optional.of(size.intValue()) : Optional.empty(),
                token.isTextual() ? Optional.of(token.asText()) : Optional.empty());
    }
}
