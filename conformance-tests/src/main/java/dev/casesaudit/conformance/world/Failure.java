package dev.casesaudit.conformance.world;

import java.util.OptionalInt;

/**
 * The error that a case always returns.
 *
 * @param error the name of the error in the contract
 * @param retryAfterSeconds what its response says of when to try again
 */
public record Failure(String error, String message, OptionalInt retryAfterSeconds) {}
