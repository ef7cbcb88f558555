/** The forms in which results are told. */
@NullMarked
package dev.casesaudit.benchmark.report;

import org.jspecify.annotations.NullMarked;
