/** Servers that are each wrong in one way, and the findings that they must cause. */
@NullMarked
package dev.casesaudit.conformance.flaw;

import org.jspecify.annotations.NullMarked;
