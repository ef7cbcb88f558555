/** Measurements by round, and their limits. */
@NullMarked
package dev.casesaudit.benchmark.result;

import org.jspecify.annotations.NullMarked;
