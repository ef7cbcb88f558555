/** What the operation accepts and refuses: one check for each requirement of the area. */
@NullMarked
package dev.casesaudit.conformance.check.request;

import org.jspecify.annotations.NullMarked;
