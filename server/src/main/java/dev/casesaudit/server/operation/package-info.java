/** The operations of the contract. */
@NullMarked
package dev.casesaudit.server.operation;

import org.jspecify.annotations.NullMarked;
