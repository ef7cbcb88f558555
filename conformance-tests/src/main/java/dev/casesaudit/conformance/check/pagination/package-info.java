/** Page tokens and walks through the pages of a history. */
@NullMarked
package dev.casesaudit.conformance.check.pagination;

import org.jspecify.annotations.NullMarked;
