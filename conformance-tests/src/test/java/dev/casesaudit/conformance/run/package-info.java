/** Tests of runs, from the preflight to the verdict. */
@NullMarked
package dev.casesaudit.conformance.run;

import org.jspecify.annotations.NullMarked;
