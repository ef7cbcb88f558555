/** Follow the documents: run their commands and recipes. */
@NullMarked
package dev.casesaudit.journey.document;

import org.jspecify.annotations.NullMarked;
