/** How pages follow each other. */
@NullMarked
package dev.casesaudit.conformance.check.pagination;

import org.jspecify.annotations.NullMarked;
