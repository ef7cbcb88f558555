/** Servers that are unusual and keep the contract all the same: none of them may be accused of anything. */
@NullMarked
package dev.casesaudit.conformance.legal;

import org.jspecify.annotations.NullMarked;
