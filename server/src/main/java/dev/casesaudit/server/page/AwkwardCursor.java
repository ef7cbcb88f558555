package dev.casesaudit.server.page;

import java.time.Instant;

/**
 * The content of the token of an awkward page.
 *
 * @param next the number of the next event; negative after the oldest
 * @param leadsToEmptyPage whether an empty page comes before that event
 * @param nonce makes each token unique
 * @param isLong whether the token has the greatest length
 */
record AwkwardCursor(long next, boolean leadsToEmptyPage, Instant issued, long nonce, boolean isLong) {}
