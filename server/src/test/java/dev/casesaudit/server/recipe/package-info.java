/** The recipes of docs/recipes.md in Java, run. */
@NullMarked
package dev.casesaudit.server.recipe;

import org.jspecify.annotations.NullMarked;
