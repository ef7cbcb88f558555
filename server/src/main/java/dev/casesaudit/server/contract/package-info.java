/**
 * The contract as the server uses it: shapes and constraints of {@code openapi.yaml}, read from what the build makes of it in
 * JSON, so that a constraint that changes there changes what is refused here.
 */
@NullMarked
package dev.casesaudit.server.contract;

import org.jspecify.annotations.NullMarked;
