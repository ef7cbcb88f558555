/** The output formats of results. */
@NullMarked
package dev.casesaudit.benchmark.report;

import org.jspecify.annotations.NullMarked;
