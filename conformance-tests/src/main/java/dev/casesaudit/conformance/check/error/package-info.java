/** How the target says no: one check for each requirement of the area. */
@NullMarked
package dev.casesaudit.conformance.check.error;

import org.jspecify.annotations.NullMarked;
