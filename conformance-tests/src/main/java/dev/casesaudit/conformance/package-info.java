/**
 * The conformance kit, to come: it will judge any endpoint of the operation, real or fake. It knows HTTP and the contract file,
 * and shares no code with the mock, since a fault that both had would hide from it.
 */
@NullMarked
package dev.casesaudit.conformance;

import org.jspecify.annotations.NullMarked;
