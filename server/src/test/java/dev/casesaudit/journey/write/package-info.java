/** The operations that create, change and delete cases, and the histories that they earn. */
@NullMarked
package dev.casesaudit.journey.write;

import org.jspecify.annotations.NullMarked;
