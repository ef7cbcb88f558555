/** Seed, change, export and reset the world through the control API. */
@NullMarked
package dev.casesaudit.journey.control;

import org.jspecify.annotations.NullMarked;
