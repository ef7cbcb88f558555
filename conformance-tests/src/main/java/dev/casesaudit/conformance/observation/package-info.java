/** What the documents leave open: questions whose answers are recorded and never judged. */
@NullMarked
package dev.casesaudit.conformance.observation;

import org.jspecify.annotations.NullMarked;
