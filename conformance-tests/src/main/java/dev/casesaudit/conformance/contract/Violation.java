package dev.casesaudit.conformance.contract;

/**
 * One place where a body breaks the contract.
 *
 * @param member the member whose constraint is broken
 * @param pointer where in the body, as a JSON pointer
 * @param drift whether a contract that grew would allow it: a value outside an open enumeration, a new arm of a union
 */
public record Violation(
        String member, Keyword keyword, String pointer, String expected, String actual, boolean drift) {}
