/** Awkward pages by name. */
@NullMarked
package dev.casesaudit.server.behaviour.pages;

import org.jspecify.annotations.NullMarked;
