/** Reports of a run in several formats, with all secrets and sensitive values masked. */
@NullMarked
package dev.casesaudit.conformance.report;

import org.jspecify.annotations.NullMarked;
