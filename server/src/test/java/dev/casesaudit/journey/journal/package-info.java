/** Ask the journal what a client did: requests, calls and walks. */
@NullMarked
package dev.casesaudit.journey.journal;

import org.jspecify.annotations.NullMarked;
