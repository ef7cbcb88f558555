/** The errors of the operation. */
@NullMarked
package dev.casesaudit.conformance.check.error;

import org.jspecify.annotations.NullMarked;
