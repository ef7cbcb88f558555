/** Reads histories of a target into a fixture file of the mock, with its values masked on request. */
@NullMarked
package dev.casesaudit.conformance.capture;

import org.jspecify.annotations.NullMarked;
