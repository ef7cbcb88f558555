/** The console in a real browser. Skipped where no Chromium is found. */
@NullMarked
package dev.casesaudit.journey.console;

import org.jspecify.annotations.NullMarked;
