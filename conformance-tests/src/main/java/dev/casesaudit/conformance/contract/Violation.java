package dev.casesaudit.conformance.contract;

import dev.casesaudit.conformance.text.Mismatch;

/**
 * One place where a body breaks the contract.
 *
 * @param member the member whose constraint is broken
 * @param mismatch at a JSON pointer into the body
 * @param drift whether a contract that grew would allow it: a value outside an open enumeration, a new arm of a union
 */
public record Violation(String member, Keyword keyword, Mismatch mismatch, boolean drift) {}
