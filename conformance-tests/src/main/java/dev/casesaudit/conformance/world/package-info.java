/** The world that the mock is seeded with, as data of the kit's own. */
@NullMarked
package dev.casesaudit.conformance.world;

import org.jspecify.annotations.NullMarked;
