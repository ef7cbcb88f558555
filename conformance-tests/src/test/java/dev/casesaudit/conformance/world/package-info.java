/** Tests of the seeded world in the kit. */
@NullMarked
package dev.casesaudit.conformance.world;

import org.jspecify.annotations.NullMarked;
