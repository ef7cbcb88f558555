/** Start the mock: settings, fixtures, JDKs, the class cache, and starts that are refused. */
@NullMarked
package dev.casesaudit.journey.start;

import org.jspecify.annotations.NullMarked;
