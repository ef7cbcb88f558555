/** Awkward pages, by their names. */
@NullMarked
package dev.casesaudit.server.behaviour.pages;

import org.jspecify.annotations.NullMarked;
