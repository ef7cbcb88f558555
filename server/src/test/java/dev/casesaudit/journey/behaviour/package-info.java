/** Configure how the mock behaves, and see how an SDK copes with it. */
@NullMarked
package dev.casesaudit.journey.behaviour;

import org.jspecify.annotations.NullMarked;
