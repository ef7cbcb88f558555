/** What a run of the benchmark was asked for. */
@NullMarked
package dev.casesaudit.benchmark.plan;

import org.jspecify.annotations.NullMarked;
