/**
 * Shapes and constraints, read from {@code openapi.yaml} (in the JSON form that the build writes). A constraint that
 * changes there changes here.
 */
@NullMarked
package dev.casesaudit.server.contract;

import org.jspecify.annotations.NullMarked;
