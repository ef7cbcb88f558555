/** Servers that are wrong in one way each, and the findings that must come of it. */
@NullMarked
package dev.casesaudit.conformance.flaw;

import org.jspecify.annotations.NullMarked;
