/** What the operation accepts and refuses. */
@NullMarked
package dev.casesaudit.conformance.check.request;

import org.jspecify.annotations.NullMarked;
