/** English words and sentences, for all other packages. */
@NullMarked
package dev.casesaudit.conformance.text;

import org.jspecify.annotations.NullMarked;
