/** How the target says no. */
@NullMarked
package dev.casesaudit.conformance.check.error;

import org.jspecify.annotations.NullMarked;
