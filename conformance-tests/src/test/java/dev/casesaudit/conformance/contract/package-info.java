/** Tests of how the kit reads the contract, and bodies by it. */
@NullMarked
package dev.casesaudit.conformance.contract;

import org.jspecify.annotations.NullMarked;
