/**
 * What clients sent and what they got: the last requests, and what they say about each SDK call and each walk.
 */
@NullMarked
package dev.casesaudit.server.journal;

import org.jspecify.annotations.NullMarked;
