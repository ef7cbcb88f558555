package dev.casesaudit.conformance.world;

import java.util.OptionalInt;

/**
 * The error that a case answers each time.
 *
 * @param error its name, as the contract has it
 * @param retryAfterSeconds what its response says of when to try again
 */
public record Failure(String error, String message, OptionalInt retryAfterSeconds) {}
