/** The options of a run. */
@NullMarked
package dev.casesaudit.benchmark.plan;

import org.jspecify.annotations.NullMarked;
