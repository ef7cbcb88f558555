/** What the documents leave open: questions whose answers are recorded and never judged. */
@NullMarked
package dev.casesaudit.conformance.behaviour;

import org.jspecify.annotations.NullMarked;
