/** Words that every other package may need. */
@NullMarked
package dev.casesaudit.conformance.text;

import org.jspecify.annotations.NullMarked;
