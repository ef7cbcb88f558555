/** The page of events, by the contract. */
@NullMarked
package dev.casesaudit.conformance.check.response;

import org.jspecify.annotations.NullMarked;
