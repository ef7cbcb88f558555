/** What was measured, round by round, and what was asked for. */
@NullMarked
package dev.casesaudit.benchmark.result;

import org.jspecify.annotations.NullMarked;
