/** The recipes of RECIPES.md in Java, run. */
@NullMarked
package dev.casesaudit.server.recipe;

import org.jspecify.annotations.NullMarked;
