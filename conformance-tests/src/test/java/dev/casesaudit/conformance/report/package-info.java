/** Tests of the reports, with a sample run that has everything that is hard to show. */
@NullMarked
package dev.casesaudit.conformance.report;

import org.jspecify.annotations.NullMarked;
