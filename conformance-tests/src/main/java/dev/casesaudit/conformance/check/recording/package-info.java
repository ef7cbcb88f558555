/** Checks of the events that edits record. */
@NullMarked
package dev.casesaudit.conformance.check.recording;

import org.jspecify.annotations.NullMarked;
