/** Several mocks with one world, in a database. */
@NullMarked
package dev.casesaudit.journey.replica;

import org.jspecify.annotations.NullMarked;
