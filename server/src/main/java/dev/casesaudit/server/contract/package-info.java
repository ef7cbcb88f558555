/**
 * The contract as the server uses it: shapes and constraints read from {@code openapi.yaml}, so that a constraint that
 * changes there changes what is refused here.
 */
@NullMarked
package dev.casesaudit.server.contract;

import org.jspecify.annotations.NullMarked;
