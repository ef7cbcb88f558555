/** Reads the files, options and variables of users strictly, and reports all problems at once. */
@NullMarked
package dev.casesaudit.conformance.input;

import org.jspecify.annotations.NullMarked;
