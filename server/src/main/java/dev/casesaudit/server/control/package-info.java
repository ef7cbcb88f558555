/**
 * The control API, as {@code mock-control.yaml} describes it: each resource implements one of its generated interfaces, and says
 * in the contract's words what the other packages do.
 */
@NullMarked
package dev.casesaudit.server.control;

import org.jspecify.annotations.NullMarked;
