/** Tests of what the kit knows of the seeded world. */
@NullMarked
package dev.casesaudit.conformance.world;

import org.jspecify.annotations.NullMarked;
