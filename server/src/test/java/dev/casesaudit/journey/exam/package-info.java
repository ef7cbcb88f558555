/** Have the mock judge a client by an exam. */
@NullMarked
package dev.casesaudit.journey.exam;

import org.jspecify.annotations.NullMarked;
