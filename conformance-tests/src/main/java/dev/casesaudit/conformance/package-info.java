/**
 * The conformance kit. It judges any endpoint of the operation, real or fake. It knows HTTP and the contract file, and
 * shares no code with the mock: a fault that both had would hide from it.
 *
 * <p>The requirements ({@code requirement}) become a plan for a target ({@code target}, {@code run}). The checks of the
 * plan ({@code check}) send requests through the probe ({@code http}) and judge the responses by the contract ({@code
 * contract}). Their outcomes become a report ({@code report}). Dependencies between packages point in this direction
 * only.
 */
@NullMarked
package dev.casesaudit.conformance;

import org.jspecify.annotations.NullMarked;
