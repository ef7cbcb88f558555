/**
 * The behaviour configured for a case, a domain, the whole mock or one request: a fault script, awkward pages, and
 * members that the contract may get in the future.
 */
@NullMarked
package dev.casesaudit.server.behaviour;

import org.jspecify.annotations.NullMarked;
