/** Read a history page by page. */
@NullMarked
package dev.casesaudit.journey.pages;

import org.jspecify.annotations.NullMarked;
