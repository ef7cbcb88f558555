/** Responses of a future service: unknown members, types, arms and null items, wherever the contract may get them. */
@NullMarked
package dev.casesaudit.server.behaviour.tomorrow;

import org.jspecify.annotations.NullMarked;
