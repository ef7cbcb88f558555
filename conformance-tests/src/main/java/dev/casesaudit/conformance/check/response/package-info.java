/** The page of events and the constraints of its members. */
@NullMarked
package dev.casesaudit.conformance.check.response;

import org.jspecify.annotations.NullMarked;
