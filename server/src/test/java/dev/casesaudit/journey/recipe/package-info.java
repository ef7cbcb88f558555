/** Follow the recipes of {@code docs/recipes.md} in Java. */
@NullMarked
package dev.casesaudit.journey.recipe;

import org.jspecify.annotations.NullMarked;
