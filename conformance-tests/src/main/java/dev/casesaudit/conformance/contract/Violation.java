package dev.casesaudit.conformance.contract;

import dev.casesaudit.conformance.text.Mismatch;

/**
 * A broken constraint in a body.
 *
 * @param member the member whose constraint is broken
 * @param mismatch at a JSON pointer into the body
 * @param drift whether a newer contract may allow it: a value outside an open enumeration, or a new arm of a union
 */
public record Violation(String member, Keyword keyword, Mismatch mismatch, boolean drift) {}
