/** What holds for every message: one check for each requirement of the area. */
@NullMarked
package dev.casesaudit.conformance.check.protocol;

import org.jspecify.annotations.NullMarked;
