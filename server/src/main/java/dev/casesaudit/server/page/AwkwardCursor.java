package dev.casesaudit.server.page;

import java.time.Instant;

/**
 * What the token of an awkward page says.
 *
 * @param next the number of the next event; negative past the oldest
 * @param leadsToEmptyPage whether an empty page comes before that event, where pages may be empty
 * @param nonce makes the token another than any before
 * @param isLong whether the token is as long as it may be
 */
record AwkwardCursor(long next, boolean leadsToEmptyPage, Instant issued, long nonce, boolean isLong) {}
