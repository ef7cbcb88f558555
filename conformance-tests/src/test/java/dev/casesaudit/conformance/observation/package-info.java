/** Tests of the questions. */
@NullMarked
package dev.casesaudit.conformance.observation;

import org.jspecify.annotations.NullMarked;
