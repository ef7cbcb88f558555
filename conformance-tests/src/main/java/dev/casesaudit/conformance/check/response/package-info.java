/** The page of events, by the contract: one check for each requirement of the area. */
@NullMarked
package dev.casesaudit.conformance.check.response;

import org.jspecify.annotations.NullMarked;
