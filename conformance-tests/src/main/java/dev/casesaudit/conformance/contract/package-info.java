/** The contract as a file: its constraints, the boundaries that follow from them, and what a body breaks. */
@NullMarked
package dev.casesaudit.conformance.contract;

import org.jspecify.annotations.NullMarked;
