/**
 * Shapes and constraints, which the build reads from {@code openapi.yaml}. A constraint that changes there changes here.
 */
@NullMarked
package dev.casesaudit.server.contract;

import org.jspecify.annotations.NullMarked;
