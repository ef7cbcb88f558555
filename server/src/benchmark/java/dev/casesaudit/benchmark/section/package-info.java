/** The sections of the benchmark, each with its figures and limits. */
@NullMarked
package dev.casesaudit.benchmark.section;

import org.jspecify.annotations.NullMarked;
