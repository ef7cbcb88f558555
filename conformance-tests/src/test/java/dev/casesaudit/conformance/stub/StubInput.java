package dev.casesaudit.conformance.stub;

import dev.casesaudit.conformance.target.CaseRef;
import java.util.Optional;

/**
 * The operation's input, read and not yet validated.
 *
 * @param maxResults empty where it was absent or null
 * @param nextToken empty where it was absent or null
 */
public record StubInput(CaseRef of, Optional<Integer> maxResults, Optional<String> nextToken) {}
