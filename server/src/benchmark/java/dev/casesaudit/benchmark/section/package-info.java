/** The sections of the benchmark: each measures a few figures and knows what was asked for. */
@NullMarked
package dev.casesaudit.benchmark.section;

import org.jspecify.annotations.NullMarked;
