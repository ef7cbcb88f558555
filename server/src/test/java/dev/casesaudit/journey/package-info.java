/** Tests of the packaged jar over HTTP, one package for each thing that a user does with the mock; and what they share. */
@NullMarked
package dev.casesaudit.journey;

import org.jspecify.annotations.NullMarked;
