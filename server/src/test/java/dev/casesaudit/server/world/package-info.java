/** Holds the kit's copy of the seeded world against what the packaged mock serves. */
@NullMarked
package dev.casesaudit.server.world;

import org.jspecify.annotations.NullMarked;
