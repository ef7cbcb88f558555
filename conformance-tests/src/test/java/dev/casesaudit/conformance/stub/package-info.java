/** A hand-written server that keeps the contract, and takes one change of its behaviour at a time. */
@NullMarked
package dev.casesaudit.conformance.stub;

import org.jspecify.annotations.NullMarked;
