/** A PostgreSQL for tests, of unit tests and of journeys. */
@NullMarked
package dev.casesaudit.postgresql;

import org.jspecify.annotations.NullMarked;
