/** Unusual servers that keep the contract. None of them may have a finding. */
@NullMarked
package dev.casesaudit.conformance.legal;

import org.jspecify.annotations.NullMarked;
