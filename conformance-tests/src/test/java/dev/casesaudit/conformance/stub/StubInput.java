package dev.casesaudit.conformance.stub;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/**
 * The parsed input, not yet validated.
 *
 * @param maxResults empty if absent or null
 * @param nextToken empty if absent or null
 */
public record StubInput(CaseRef of, Optional<Integer> maxResults, Optional<String> nextToken) {}
