/**
 * The conformance kit: judges any endpoint of the operation, real or fake. It knows HTTP and the contract file, and shares no code
 * with the mock, since a fault that both had would hide from it.
 *
 * <p>A check's way: the catalogue ({@code requirement}) becomes a plan for a target ({@code target}, {@code run}); the plan's checks
 * ({@code check}) ask through the probe ({@code http}) and judge by the contract ({@code contract}); outcomes become a report
 * ({@code report}). Nothing reaches back.
 */
@NullMarked
package dev.casesaudit.conformance;

import org.jspecify.annotations.NullMarked;
