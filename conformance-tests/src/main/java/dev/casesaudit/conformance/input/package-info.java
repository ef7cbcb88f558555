/** Reads what people hand to the kit, strictly: every problem at once, each with its place, what was expected and what is there. */
@NullMarked
package dev.casesaudit.conformance.input;

import org.jspecify.annotations.NullMarked;
