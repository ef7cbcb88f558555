/** Tests of reading the contract, and of finding violations in bodies. */
@NullMarked
package dev.casesaudit.conformance.contract;

import org.jspecify.annotations.NullMarked;
