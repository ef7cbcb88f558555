/** The seeded world of the mock, as data of the kit. */
@NullMarked
package dev.casesaudit.conformance.world;

import org.jspecify.annotations.NullMarked;
