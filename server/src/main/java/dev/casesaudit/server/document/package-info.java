/** Strict reading of documents against the contract, with the place of each problem. */
@NullMarked
package dev.casesaudit.server.document;

import org.jspecify.annotations.NullMarked;
