/** Runs checks against a target, from preflight to verdict. */
@NullMarked
package dev.casesaudit.conformance.run;

import org.jspecify.annotations.NullMarked;
