/** How pages follow each other: one check for each requirement of the area. */
@NullMarked
package dev.casesaudit.conformance.check.pagination;

import org.jspecify.annotations.NullMarked;
