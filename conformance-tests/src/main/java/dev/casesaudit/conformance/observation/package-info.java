/** Questions that the documents leave open. Their answers are recorded and never judged. */
@NullMarked
package dev.casesaudit.conformance.observation;

import org.jspecify.annotations.NullMarked;
