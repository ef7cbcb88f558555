/** Reads the contract file: its constraints, their boundaries, and the violations of a body. */
@NullMarked
package dev.casesaudit.conformance.contract;

import org.jspecify.annotations.NullMarked;
